package network.opencharging.tools.mock.fault;

import static network.opencharging.tools.mock.fault.Spoil.answers;
import static network.opencharging.tools.mock.fault.Spoil.body;
import static network.opencharging.tools.mock.fault.Spoil.envelope;
import static network.opencharging.tools.mock.fault.Spoil.envelopes;
import static network.opencharging.tools.mock.fault.Spoil.header;
import static network.opencharging.tools.mock.fault.Spoil.lacking;
import static network.opencharging.tools.mock.fault.Spoil.listOf;
import static network.opencharging.tools.mock.fault.Spoil.status;

import network.opencharging.bridge.model.OcpiTime;
import network.opencharging.protocol.json.Json;
import network.opencharging.tools.http.Answer;
import network.opencharging.tools.http.Request;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** Faults in what every answer must be like: envelope, ids, routing, status, time. */
final class WireFaults {
    private static final long SLOW_SECONDS = 20;
    private static final String SOME = "locations";
    private static final String CLOCK_SKEW = "clock-skew";
    private static final String SLOW = "slow";

    /** Where these faults are when nobody says where: in lists that every role of OCPI has. */
    private static final Predicate<Request> USUAL = listOf("locations").or(listOf("tokens"));

    private final Predicate<Request> where;

    private WireFaults(Predicate<Request> where) {
        this.where = where;
    }

    static List<Fault> all() {
        return new WireFaults(USUAL).list();
    }

    /** The same faults in every answer. */
    static List<Fault> everywhere() {
        return new WireFaults(_ -> true).list();
    }

    /** The fault of that name with another measure; empty where it has none. */
    static Optional<Fault> by(String name, Duration measure, boolean everywhere) {
        Predicate<Request> where = everywhere ? _ -> true : USUAL;
        return switch (name) {
            case SLOW ->
                    Optional.of(
                            in(SLOW, "answers are late", answers(where, a -> late(a, measure))));
            case CLOCK_SKEW ->
                    Optional.of(
                            in(
                                    CLOCK_SKEW,
                                    "the clock is off",
                                    envelopes(where, e -> skewed(e, measure))));
            default -> Optional.empty();
        };
    }

    private static Json.Obj skewed(Json.Obj envelope, Duration by) {
        return envelope.textOf("timestamp")
                .flatMap(OcpiTime::read)
                .map(time -> envelope.with("timestamp", OcpiTime.write(time.plus(by))))
                .orElse(envelope);
    }

    private List<Fault> list() {
        return Stream.of(http(), bodies(), times(), statuses(), headers())
                .flatMap(List::stream)
                .toList();
    }

    private List<Fault> http() {
        return List.of(
                in(
                        SLOW,
                        "lists take 20 s",
                        answers(where, a -> late(a, Duration.ofSeconds(SLOW_SECONDS)))),
                in("http-500", "lists fail with HTTP 500", answers(where, a -> status(a, 500))),
                in(
                        "http-429",
                        "lists are refused with HTTP 429",
                        answers(where, a -> header("Retry-After", "30").apply(status(a, 429)))),
                in(
                        "redirect",
                        "lists are redirected",
                        answers(
                                where,
                                a -> header("Location", "/" + SOME + "/").apply(status(a, 308)))));
    }

    private List<Fault> bodies() {
        return List.of(
                in(
                        "truncated-json",
                        "lists end in the middle",
                        answers(where, a -> body(a, a.body().substring(0, a.body().length() / 2)))),
                in(
                        "html",
                        "lists are a page for people",
                        answers(where, a -> body(a, "<html><body>Welcome</body></html>"))),
                in(
                        "bare-data",
                        "lists come without an envelope",
                        answers(
                                where,
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
                        envelopes(where, e -> e.with("status_code", "1000"))));
    }

    private List<Fault> times() {
        return List.of(
                in(
                        "no-timestamp",
                        "the envelope has no timestamp",
                        envelopes(where, e -> e.without("timestamp"))),
                in(
                        "local-time",
                        "timestamp is local time with an offset",
                        envelopes(where, e -> e.with("timestamp", "2026-11-28T13:00:00+01:00"))),
                in(
                        CLOCK_SKEW,
                        "the clock is years off",
                        envelopes(where, e -> e.with("timestamp", "2021-03-04T05:06:07Z"))),
                in(
                        "no-content-type",
                        "Content-Type is missing",
                        answers(where, lacking("Content-Type"))));
    }

    private List<Fault> statuses() {
        return List.of(
                in(
                        "http-404-success",
                        "HTTP 404 with OCPI 1000",
                        answers(where, a -> status(a, 404))),
                in(
                        "status-code-unknown",
                        "status_code is 200",
                        envelopes(where, e -> e.with("status_code", Json.number(200)))));
    }

    private List<Fault> headers() {
        return List.of(
                in(
                        "no-request-id",
                        "X-Request-ID does not come back",
                        answers(where, lacking("X-Request-ID"))),
                in(
                        "new-correlation-id",
                        "X-Correlation-ID is another",
                        answers(where, header("X-Correlation-ID", "mine"))),
                in(
                        "no-routing",
                        "answers have no routing headers",
                        answers(where, lacking("OCPI-from-party-id", "OCPI-from-country-code"))),
                in(
                        "unturned-routing",
                        "answers repeat the routing headers of requests",
                        this::unturned),
                in(
                        "open-door",
                        "who has no token is answered with HTTP 200",
                        answers(_ -> true, a -> a.status() == 401 ? status(a, 200) : a)));
    }

    private static Fault in(String name, String says, Fault.Receiving receiving) {
        return Fault.in(name, says, receiving);
    }

    private Answer unturned(Request request, java.util.function.Function<Request, Answer> honest) {
        Answer answer = honest.apply(request);
        for (String name :
                List.of(
                        "OCPI-from-party-id",
                        "OCPI-from-country-code",
                        "OCPI-to-party-id",
                        "OCPI-to-country-code")) {
            if (where.test(request) && request.headers().get(name).isPresent()) {
                answer = header(name, request.headers().get(name).get()).apply(answer);
            }
        }
        return answer;
    }

    /** Nobody counts this latch down: the answer is simply late, unless the mock is closed. */
    private static Answer late(Answer answer, Duration by) {
        try {
            new CountDownLatch(1).await(by.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        return answer;
    }
}
