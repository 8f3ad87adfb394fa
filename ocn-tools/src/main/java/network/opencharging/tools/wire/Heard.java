package network.opencharging.tools.wire;

import network.opencharging.protocol.json.Json;
import network.opencharging.protocol.json.JsonReader;
import network.opencharging.protocol.message.HeaderNames;
import network.opencharging.tools.http.Answer;
import network.opencharging.tools.http.Request;
import network.opencharging.tools.ocpi.Endpoints;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A request and what was answered, whatever that is.
 *
 * @param request as it was put
 * @param answer as it came
 * @param at when the answer was there
 * @param took from the request to the answer
 */
public record Heard(Request request, Answer answer, Instant at, Duration took) {
    private static final Pattern NEXT =
            Pattern.compile("<([^>]*)>\\s*;\\s*rel=\"?next\"?", Pattern.CASE_INSENSITIVE);

    /** The body, when it is JSON. */
    public Optional<Json> json() {
        return JsonReader.standard().read(answer.body()).optional();
    }

    /** The body, when it is an object. */
    public Optional<Json.Obj> envelope() {
        return json().flatMap(Heard::object);
    }

    /** The data of the envelope. */
    public Optional<Json> data() {
        return envelope().flatMap(found -> found.member("data"));
    }

    /** The data of the envelope, when it is an object. */
    public Optional<Json.Obj> object() {
        return data().flatMap(Heard::object);
    }

    /** The objects of the data, when it is a list; other things in it are left out. */
    public List<Json.Obj> objects() {
        return data().orElse(Json.Null.NULL) instanceof Json.Arr(List<Json> items)
                ? items.stream().flatMap(item -> object(item).stream()).toList()
                : List.of();
    }

    /** The status of OCPI, when there is one that is a whole number. */
    public Optional<Integer> status() {
        return envelope()
                .flatMap(found -> found.member("status_code"))
                .flatMap(value ->
                        value instanceof Json.Num number
                                        && number.isInteger()
                                        && number.literal().length() < 7
                                ? Optional.of(Integer.parseInt(number.literal()))
                                : Optional.empty());
    }

    /** Whether it is any HTTP 2xx with any OCPI 1xxx. */
    public boolean succeeded() {
        return answer.status() / 100 == 2 && status().filter(code -> code / 1000 == 1).isPresent();
    }

    /** Whether the receiver understood and said no: OCPI 2xxx, with any HTTP status but 5xx. */
    public boolean refused() {
        return answer.status() < 500
                && (status().filter(code -> code / 1000 == 2).isPresent()
                        || answer.status() / 100 == 4);
    }

    /** Whether the request was one for a party: with routing headers. */
    public boolean routed() {
        return request.headers().get(HeaderNames.TO_PARTY_ID).isPresent();
    }

    /** The value of a header of the answer. */
    public Optional<String> header(String name) {
        return answer.headers().get(name);
    }

    /** The whole number in a header of the answer. */
    public Optional<Integer> number(String name) {
        return header(name).filter(text -> text.matches("[0-9]{1,9}")).map(Integer::valueOf);
    }

    /** The address of the next page, when there is one that can be used. */
    public Optional<URI> next() {
        return header(HeaderNames.LINK)
                .map(NEXT::matcher)
                .filter(Matcher::find)
                .map(matcher -> matcher.group(1))
                .flatMap(Endpoints::address);
    }

    /** What was asked, in a line. */
    public String asked() {
        return request.method() + " " + request.target();
    }

    /** HTTP and OCPI status and what was said with them. */
    public String summary() {
        String said =
                envelope()
                        .flatMap(found -> found.textOf("status_message"))
                        .filter(text -> !text.isBlank())
                        .map(text -> " (" + text + ")")
                        .orElse("");
        return "HTTP %d, %s%s"
                .formatted(
                        answer.status(),
                        status().map(code -> "OCPI " + code).orElse("no OCPI status"),
                        said);
    }

    private static Optional<Json.Obj> object(Json json) {
        return json instanceof Json.Obj object ? Optional.of(object) : Optional.empty();
    }
}
