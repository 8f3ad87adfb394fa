package network.opencharging.tools.mock.fault;

import static network.opencharging.tools.mock.fault.Spoil.answers;
import static network.opencharging.tools.mock.fault.Spoil.at;
import static network.opencharging.tools.mock.fault.Spoil.header;
import static network.opencharging.tools.mock.fault.Spoil.lacking;
import static network.opencharging.tools.mock.fault.Spoil.objects;
import static network.opencharging.tools.mock.fault.Spoil.status;
import static network.opencharging.tools.mock.fault.Spoil.taken;

import network.opencharging.protocol.json.Json;
import network.opencharging.tools.http.Answer;
import network.opencharging.tools.http.Request;

import java.util.List;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** Faults of who is told something: Tokens at a CPO; Locations, Sessions, CDRs at an eMSP. */
final class StoreFaults {
    private static final Predicate<Request> TOLD =
            at("receiver", "tokens").or(at("receiver", "locations"));
    private static final Predicate<Request> CDRS = at("receiver", "cdrs");
    private static final Predicate<Request> AUTHORIZE = at("POST", "sender", "tokens");

    private StoreFaults() {}

    static List<Fault> all() {
        return Stream.of(puts(), patches(), cdrs(), others()).flatMap(List::stream).toList();
    }

    private static List<Fault> puts() {
        return List.of(
                Fault.in("put-refused", "PUT is refused", refuses(TOLD.and(method("PUT")))),
                Fault.in("put-forgotten", "PUT says it was taken, and it was not", forgets("PUT")),
                Fault.in(
                        "put-takes-anything",
                        "PUT takes what cannot be right",
                        answers(TOLD.and(method("PUT")), Spoil::taken)));
    }

    private static List<Fault> patches() {
        return List.of(
                Fault.in(
                        "unknown-as-200",
                        "what was never told is answered with HTTP 200",
                        answers(TOLD.and(method("GET")), a -> a.status() == 404 ? taken(a) : a)),
                Fault.in(
                        "patch-forgotten",
                        "PATCH says it was taken, and it was not",
                        forgets("PATCH")),
                Fault.in(
                        "patch-takes-anything",
                        "PATCH needs no last_updated",
                        answers(TOLD.and(method("PATCH")), Spoil::taken)));
    }

    private static List<Fault> cdrs() {
        return List.of(
                Fault.in("cdr-refused", "CDRs are refused", refuses(CDRS.and(method("POST")))),
                Fault.in(
                        "cdr-without-location",
                        "the address of a CDR is not told",
                        answers(CDRS, lacking("Location"))),
                Fault.in(
                        "cdr-elsewhere",
                        "the address of a CDR is wrong",
                        answers(
                                CDRS,
                                a ->
                                        a.headers()
                                                .get("Location")
                                                .map(url -> header("Location", url + "-x").apply(a))
                                                .orElse(a))),
                Fault.in(
                        "cdr-takes-anything",
                        "what is no CDR is taken",
                        answers(CDRS.and(method("POST")), Spoil::taken)));
    }

    private static List<Fault> others() {
        return List.of(
                Fault.in(
                        "tariff-stays",
                        "a Tariff stays after DELETE",
                        (request, honest) ->
                                at("DELETE", "receiver", "tariffs").test(request)
                                        ? taken(honest.apply(reading(request)))
                                        : honest.apply(request)),
                Fault.in(
                        "authorize-bare",
                        "authorize has another form",
                        objects(AUTHORIZE, one -> one.without("allowed"))),
                Fault.in(
                        "authorize-another",
                        "authorize speaks of another token",
                        objects(
                                AUTHORIZE,
                                one ->
                                        Spoil.field(
                                                        "token",
                                                        token ->
                                                                Spoil.each(
                                                                        token,
                                                                        found ->
                                                                                found.with(
                                                                                        "uid",
                                                                                        "ANOTHER")))
                                                .apply(one))),
                Fault.in(
                        "unknown-token-as-200",
                        "an unknown token is answered with HTTP 200",
                        answers(AUTHORIZE, a -> a.status() == 404 ? status(a, 200) : a)));
    }

    private static Predicate<Request> method(String method) {
        return request -> request.method().equals(method);
    }

    /** Says so in the envelope. */
    private static Fault.Receiving refuses(Predicate<Request> which) {
        return answers(
                which,
                a ->
                        Spoil.body(
                                status(a, 200),
                                Spoil.envelope(a).with("status_code", Json.number(2000)).text()));
    }

    /** Looks where it should write. */
    private static Fault.Receiving forgets(String method) {
        return (Request request, Function<Request, Answer> honest) ->
                TOLD.and(method(method)).test(request)
                        ? taken(honest.apply(reading(request)))
                        : honest.apply(request);
    }

    private static Request reading(Request request) {
        return new Request("GET", request.target(), request.headers(), "");
    }
}
