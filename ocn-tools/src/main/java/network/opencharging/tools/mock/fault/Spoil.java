package network.opencharging.tools.mock.fault;

import network.opencharging.protocol.json.Json;
import network.opencharging.protocol.json.JsonReader;
import network.opencharging.tools.http.Answer;
import network.opencharging.tools.http.Request;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;

/** Ways to spoil an answer: these write OCPI that no typed model would let pass. */
final class Spoil {
    private Spoil() {}

    /** Requests to one side of a module. */
    static Predicate<Request> at(String side, String module) {
        return request -> request.path().startsWith("/ocpi/" + side + "/2.2.1/" + module);
    }

    /** Requests of that method to one side of a module. */
    static Predicate<Request> at(String method, String side, String module) {
        return at(side, module).and(request -> request.method().equals(method));
    }

    /** Lists: requests to a module that name no object. */
    static Predicate<Request> listOf(String module) {
        return request ->
                request.method().equals("GET")
                        && request.path().endsWith("/ocpi/sender/2.2.1/" + module);
    }

    /** Everything of functional modules. */
    static boolean functional(Request request) {
        return request.path().startsWith("/ocpi/sender/")
                || request.path().startsWith("/ocpi/receiver/");
    }

    static Fault.Receiving answers(Predicate<Request> where, UnaryOperator<Answer> spoilt) {
        return (request, honest) -> {
            Answer answer = honest.apply(request);
            return where.test(request) ? spoilt.apply(answer) : answer;
        };
    }

    static Fault.Receiving requests(Predicate<Request> where, UnaryOperator<Request> spoilt) {
        return (request, honest) ->
                honest.apply(where.test(request) ? spoilt.apply(request) : request);
    }

    static Fault.Receiving envelopes(Predicate<Request> where, UnaryOperator<Json.Obj> spoilt) {
        return answers(where, answer -> body(answer, spoilt.apply(envelope(answer)).text()));
    }

    /** Spoils the data, where there is any. */
    static Fault.Receiving data(Predicate<Request> where, UnaryOperator<Json> spoilt) {
        return envelopes(
                where,
                envelope ->
                        envelope.member("data")
                                .map(data -> envelope.with("data", spoilt.apply(data)))
                                .orElse(envelope));
    }

    /** Spoils every object of a list, or the one object that is the data. */
    static Fault.Receiving objects(Predicate<Request> where, UnaryOperator<Json.Obj> spoilt) {
        return data(where, data -> each(data, spoilt));
    }

    static Json each(Json data, UnaryOperator<Json.Obj> spoilt) {
        return switch (data) {
            case Json.Obj object -> spoilt.apply(object);
            case Json.Arr(List<Json> items) ->
                    Json.array(items.stream().map(item -> each(item, spoilt)).toList());
            default -> data;
        };
    }

    /** Spoils what stands in a field. */
    static UnaryOperator<Json.Obj> field(String name, UnaryOperator<Json> spoilt) {
        return object ->
                object.member(name)
                        .map(value -> object.with(name, spoilt.apply(value)))
                        .orElse(object);
    }

    static List<Json> items(Json list) {
        return list instanceof Json.Arr(List<Json> items) ? new ArrayList<>(items) : List.of();
    }

    static Json.Obj envelope(Answer answer) {
        return JsonReader.standard().read(answer.body()).optional().orElse(Json.Obj.EMPTY)
                        instanceof Json.Obj object
                ? object
                : Json.Obj.EMPTY;
    }

    static Answer body(Answer answer, String body) {
        return new Answer(answer.status(), answer.headers(), body, answer.afterwards());
    }

    static Answer status(Answer answer, int status) {
        return new Answer(status, answer.headers(), answer.body(), answer.afterwards());
    }

    static UnaryOperator<Answer> header(String name, String value) {
        return answer ->
                new Answer(
                        answer.status(),
                        answer.headers().with(name, value),
                        answer.body(),
                        answer.afterwards());
    }

    static UnaryOperator<Answer> lacking(String... names) {
        return answer -> {
            var headers = answer.headers();
            for (String name : names) {
                headers = headers.without(name);
            }
            return new Answer(answer.status(), headers, answer.body(), answer.afterwards());
        };
    }

    /** Success in every respect, whatever it was. */
    static Answer taken(Answer answer) {
        Json.Obj envelope =
                envelope(answer)
                        .with("status_code", Json.number(1000))
                        .with("status_message", "Success");
        return status(body(answer, envelope.text()), 200);
    }

    /** The request with other parameters. */
    static UnaryOperator<Request> query(UnaryOperator<String> spoilt) {
        return request -> {
            String query = request.target().getRawQuery();
            String other = query == null ? "" : spoilt.apply(query);
            String path = request.target().getRawPath();
            return new Request(
                    request.method(),
                    URI.create(other.isEmpty() ? path : path + "?" + other),
                    request.headers(),
                    request.body());
        };
    }

    /** A query without one parameter. */
    static UnaryOperator<String> without(String parameter) {
        return query -> query.replaceAll("(^|&)" + parameter + "=[^&]*", "").replaceAll("^&", "");
    }
}
