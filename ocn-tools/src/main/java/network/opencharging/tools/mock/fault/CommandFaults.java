package network.opencharging.tools.mock.fault;

import static network.opencharging.tools.mock.fault.Spoil.answers;
import static network.opencharging.tools.mock.fault.Spoil.at;
import static network.opencharging.tools.mock.fault.Spoil.objects;

import network.opencharging.protocol.json.Json;
import network.opencharging.protocol.message.CredentialsToken;
import network.opencharging.protocol.message.Headers;
import network.opencharging.tools.http.Answer;
import network.opencharging.tools.http.Request;

import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** Faults in commands and in what is told of them later. */
final class CommandFaults {
    private static final Predicate<Request> COMMANDS = at("receiver", "commands");

    private CommandFaults() {}

    static List<Fault> all() {
        return Stream.of(spoiltAnswers(), callbacks()).flatMap(List::stream).toList();
    }

    private static List<Fault> spoiltAnswers() {
        return List.of(
                Fault.in(
                        "command-answer-unknown",
                        "a command is answered with a word of its own",
                        objects(COMMANDS, one -> one.with("result", "OK"))),
                Fault.in(
                        "command-accepts-all",
                        "every command is accepted",
                        objects(COMMANDS, one -> one.with("result", "ACCEPTED"))),
                Fault.in(
                        "command-unknown-taken",
                        "a command that is none is taken",
                        answers(COMMANDS, Spoil::taken)),
                Fault.in(
                        "command-without-time",
                        "timeout is 0",
                        objects(COMMANDS, one -> one.with("timeout", Json.number(0)))));
    }

    private static List<Fault> callbacks() {
        return List.of(
                Fault.out(
                        "callback-dropped",
                        "the result of a command is never told",
                        (request, honest) ->
                                isResult(request) ? Answer.text(200, "") : honest.send(request)),
                Fault.out(
                        "callback-twice",
                        "the result of a command is told twice",
                        (request, honest) -> {
                            if (isResult(request)) {
                                honest.send(request);
                            }
                            return honest.send(request);
                        }),
                Fault.out(
                        "callback-wrapped",
                        "the result of a command comes in an envelope",
                        (request, honest) ->
                                honest.send(isResult(request) ? wrapped(request) : request)),
                Fault.out(
                        "callback-without-ids",
                        "the result of a command has no ids",
                        (request, honest) ->
                                honest.send(isResult(request) ? bare(request) : request)),
                Fault.out(
                        "raw-token",
                        "the token goes out without Base64",
                        (request, honest) -> honest.send(raw(request))));
    }

    private static boolean isResult(Request request) {
        return request.method().equals("POST") && request.body().startsWith("{\"result\"");
    }

    private static Request wrapped(Request request) {
        return new Request(
                request.method(),
                request.target(),
                request.headers(),
                Json.object(Map.of("status_code", Json.number(1000)))
                        .text()
                        .replace("}", ",\"data\":" + request.body() + "}"));
    }

    private static Request bare(Request request) {
        Headers headers = request.headers().without("X-Request-ID").without("X-Correlation-ID");
        return new Request(request.method(), request.target(), headers, request.body());
    }

    private static Request raw(Request request) {
        return request.headers()
                .get("Authorization")
                .map(header -> CredentialsToken.candidates(header))
                .flatMap(found -> found.stream().findFirst())
                .map(found ->
                        request.headers().with("Authorization", "Token " + found.token().reveal()))
                .map(headers ->
                        new Request(request.method(), request.target(), headers, request.body()))
                .orElse(request);
    }
}
