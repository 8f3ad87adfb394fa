package network.opencharging.tools.mock.fault;

import static network.opencharging.tools.mock.fault.Spoil.answers;
import static network.opencharging.tools.mock.fault.Spoil.body;
import static network.opencharging.tools.mock.fault.Spoil.envelope;
import static network.opencharging.tools.mock.fault.Spoil.envelopes;
import static network.opencharging.tools.mock.fault.Spoil.header;
import static network.opencharging.tools.mock.fault.Spoil.lacking;
import static network.opencharging.tools.mock.fault.Spoil.listOf;
import static network.opencharging.tools.mock.fault.Spoil.status;

import network.opencharging.protocol.json.Json;
import network.opencharging.tools.http.Answer;
import network.opencharging.tools.http.Request;

import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** Faults in what every answer must be like: envelope, ids, routing, status, time. */
final class WireFaults {
    private static final long SLOW_SECONDS = 20;
    private static final String SOME = "locations";
    private static final Predicate<Request> LIST = listOf("locations").or(listOf("tokens"));

    private WireFaults() {}

    static List<Fault> all() {
        return Stream.of(http(), bodies(), times(), statuses(), headers())
                .flatMap(List::stream)
                .toList();
    }

    private static List<Fault> http() {
        return List.of(
                in("slow", "lists take 20 s", answers(LIST, WireFaults::late)),
                in("http-500", "lists fail with HTTP 500", answers(LIST, a -> status(a, 500))),
                in(
                        "http-429",
                        "lists are refused with HTTP 429",
                        answers(LIST, a -> header("Retry-After", "30").apply(status(a, 429)))),
                in(
                        "redirect",
                        "lists are redirected",
                        answers(
                                LIST,
                                a -> header("Location", "/" + SOME + "/").apply(status(a, 308)))));
    }

    private static List<Fault> bodies() {
        return List.of(
                in(
                        "truncated-json",
                        "lists end in the middle",
                        answers(LIST, a -> body(a, a.body().substring(0, a.body().length() / 2)))),
                in(
                        "html",
                        "lists are a page for people",
                        answers(LIST, a -> body(a, "<html><body>Welcome</body></html>"))),
                in(
                        "bare-data",
                        "lists come without an envelope",
                        answers(
                                LIST,
                                a ->
                                        body(
                                                a,
                                                envelope(a)
                                                        .member("data")
                                                        .orElse(Json.Null.NULL)
                                                        .text()))),
                in(
                        "status-code-text",
                        "status_code is text",
                        envelopes(LIST, e -> e.with("status_code", "1000"))));
    }

    private static List<Fault> times() {
        return List.of(
                in(
                        "no-timestamp",
                        "the envelope has no timestamp",
                        envelopes(LIST, e -> e.without("timestamp"))),
                in(
                        "local-time",
                        "timestamp is local time with an offset",
                        envelopes(LIST, e -> e.with("timestamp", "2026-11-28T13:00:00+01:00"))),
                in(
                        "clock-skew",
                        "the clock is years off",
                        envelopes(LIST, e -> e.with("timestamp", "2021-03-04T05:06:07Z"))),
                in(
                        "no-content-type",
                        "Content-Type is missing",
                        answers(LIST, lacking("Content-Type"))));
    }

    private static List<Fault> statuses() {
        return List.of(
                in(
                        "http-404-success",
                        "HTTP 404 with OCPI 1000",
                        answers(LIST, a -> status(a, 404))),
                in(
                        "status-code-unknown",
                        "status_code is 200",
                        envelopes(LIST, e -> e.with("status_code", Json.number(200)))));
    }

    private static List<Fault> headers() {
        return List.of(
                in(
                        "no-request-id",
                        "X-Request-ID does not come back",
                        answers(LIST, lacking("X-Request-ID"))),
                in(
                        "new-correlation-id",
                        "X-Correlation-ID is another",
                        answers(LIST, header("X-Correlation-ID", "mine"))),
                in(
                        "no-routing",
                        "answers have no routing headers",
                        answers(LIST, lacking("OCPI-from-party-id", "OCPI-from-country-code"))),
                in(
                        "unturned-routing",
                        "answers repeat the routing headers of requests",
                        WireFaults::unturned),
                in(
                        "open-door",
                        "who has no token is answered with HTTP 200",
                        answers(_ -> true, a -> a.status() == 401 ? status(a, 200) : a)));
    }

    private static Fault in(String name, String says, Fault.Receiving receiving) {
        return Fault.in(name, says, receiving);
    }

    private static Answer unturned(
            Request request, java.util.function.Function<Request, Answer> honest) {
        Answer answer = honest.apply(request);
        for (String name :
                List.of(
                        "OCPI-from-party-id",
                        "OCPI-from-country-code",
                        "OCPI-to-party-id",
                        "OCPI-to-country-code")) {
            if (LIST.test(request) && request.headers().get(name).isPresent()) {
                answer = header(name, request.headers().get(name).get()).apply(answer);
            }
        }
        return answer;
    }

    /** Nobody counts this latch down: the answer is simply late, unless the mock is closed. */
    private static Answer late(Answer answer) {
        try {
            new CountDownLatch(1).await(SLOW_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        return answer;
    }
}
