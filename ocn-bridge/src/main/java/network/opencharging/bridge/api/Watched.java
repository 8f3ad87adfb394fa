package network.opencharging.bridge.api;

import network.opencharging.bridge.complaint.ComplaintBook.Standing;
import network.opencharging.bridge.deliver.OutboxWatch.Queue;
import network.opencharging.bridge.deliver.OutboxWatch.Span;
import network.opencharging.bridge.deliver.Parked;
import network.opencharging.bridge.model.OcpiTime;
import network.opencharging.protocol.json.Json;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** What waits, what was parked and why, what somebody has to look at. */
public final class Watched {
    private static final int PAGE = 100;
    private static final Instant LAST = Instant.parse("9999-01-01T00:00:00Z");

    private final BackofficeApi.Watch watch;
    private final Clock clock;

    /** Over these books. */
    public Watched(BackofficeApi.Watch watch, Clock clock) {
        this.watch = watch;
        this.clock = clock;
    }

    /** Answers {@code outbox/...} and {@code complaints/...}. */
    public ApiReply answer(ApiRequest request) {
        return request.segment(0).equals("outbox") ? outbox(request) : complaints(request);
    }

    private ApiReply outbox(ApiRequest request) {
        if (request.is("GET", "outbox", 2) && request.segment(1).equals("queues")) {
            return list("queues", watch.outbox().queues().stream().map(Watched::json).toList());
        }
        if (request.is("GET", "outbox", 2) && request.segment(1).equals("parked")) {
            return list("parked", watch.outbox().parked(PAGE).stream().map(Watched::json).toList());
        }
        if (request.is("DELETE", "outbox", 3) && request.segment(1).equals("parked")) {
            return number(request.segment(2)).filter(watch.outbox()::discard).isPresent()
                    ? ApiReply.accepted()
                    : ApiReply.wrong(404, "Nothing is parked under this id.");
        }
        return request.is("POST", "outbox", 2) && request.segment(1).equals("resend")
                ? resent(request)
                : BackofficeApi.nothing();
    }

    /** One by {@code id}, or all that were parked from {@code since} until before {@code until}. */
    private ApiReply resent(ApiRequest request) {
        if (request.parameter("id").isPresent()) {
            boolean there =
                    request.parameter("id")
                            .flatMap(Watched::number)
                            .filter(id -> watch.outbox().resend(id, clock.instant()))
                            .isPresent();
            return there ? resent(1) : ApiReply.wrong(404, "Nothing is parked under this id.");
        }
        Optional<Instant> since = time(request, "since", Instant.EPOCH);
        Optional<Instant> until = time(request, "until", LAST);
        return since.isEmpty() || until.isEmpty()
                ? ApiReply.wrong(400, "since and until must be times such as 2026-11-21T10:00:00Z.")
                : resent(
                        watch.outbox().resend(new Span(since.get(), until.get()), clock.instant()));
    }

    private static ApiReply resent(int many) {
        return ApiReply.ok(Json.Obj.EMPTY.with("resent", Json.number(many)));
    }

    private ApiReply complaints(ApiRequest request) {
        if (request.is("GET", "complaints", 1)) {
            return list(
                    "complaints",
                    watch.complaints().latest(PAGE).stream().map(Watched::json).toList());
        }
        if (request.is("DELETE", "complaints", 2)) {
            return number(request.segment(1)).filter(watch.complaints()::dismiss).isPresent()
                    ? ApiReply.accepted()
                    : ApiReply.wrong(404, "There is no complaint with this id.");
        }
        return BackofficeApi.nothing();
    }

    private static ApiReply list(String name, List<Json> items) {
        return ApiReply.ok(Json.Obj.EMPTY.with(name, Json.array(items)));
    }

    private static Optional<Instant> time(ApiRequest request, String name, Instant otherwise) {
        return request.parameter(name).isEmpty()
                ? Optional.of(otherwise)
                : request.parameter(name).flatMap(OcpiTime::read);
    }

    private static Optional<Long> number(String text) {
        return text.matches("[0-9]{1,18}") ? Optional.of(Long.valueOf(text)) : Optional.empty();
    }

    private static Json json(Queue queue) {
        return Json.Obj.EMPTY
                .with("from", queue.way().from().toString())
                .with("to", queue.way().to().toString())
                .with("module", queue.way().module().value())
                .with("waiting", Json.number(queue.waiting()))
                .with("parked", Json.number(queue.parked()))
                .withOptional("oldest", text(queue.oldest()))
                .withOptional("last_arrived", text(queue.last().arrived()))
                .withOptional("last_failed", text(queue.last().failed()))
                .with("why", queue.last().why());
    }

    private static Optional<Json> text(Optional<Instant> time) {
        return time.map(Instant::toString).map(Json::text);
    }

    private static Json json(Parked parked) {
        return Json.Obj.EMPTY
                .with("id", Json.number(parked.waiting().id()))
                .with("from", parked.waiting().parcel().from().toString())
                .with("to", parked.waiting().parcel().to().toString())
                .with("module", parked.waiting().parcel().label().module().value())
                .with("object", parked.waiting().parcel().label().object())
                .with("attempts", Json.number(parked.waiting().attempts()))
                .with("since", parked.since().toString())
                .with("why", parked.why());
    }

    private static Json json(Standing standing) {
        return Json.Obj.EMPTY
                .with("id", Json.number(standing.id()))
                .with("kind", standing.complaint().kind().name())
                .with("from", standing.complaint().about().from().toString())
                .with("to", standing.complaint().about().to().toString())
                .with("module", standing.complaint().about().module())
                .with("object", standing.complaint().about().object())
                .with("first", standing.first().toString())
                .with("last", standing.last().toString())
                .with("times", Json.number(standing.times()))
                .with(
                        "faults",
                        Json.array(standing.complaint().faults().stream().map(Json::text).toList()))
                .with("body", standing.complaint().object());
    }
}
