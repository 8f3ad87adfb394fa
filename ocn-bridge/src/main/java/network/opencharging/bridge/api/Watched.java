package network.opencharging.bridge.api;

import network.opencharging.bridge.api.Parameters.Kind;
import network.opencharging.bridge.complaint.ComplaintBook;
import network.opencharging.bridge.complaint.ComplaintBook.Standing;
import network.opencharging.bridge.deliver.OutboxWatch.Queue;
import network.opencharging.bridge.deliver.OutboxWatch.Span;
import network.opencharging.bridge.deliver.Parked;
import network.opencharging.bridge.model.OcpiTime;
import network.opencharging.protocol.json.Json;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

/** What waits, what was parked and why, what somebody has to look at. */
public final class Watched {
    private static final long PAGE = 100;
    private static final long MOST = 1000;
    private static final Instant LAST = Instant.parse("9999-01-01T00:00:00Z");
    private static final Map<String, Kind> LISTED =
            Map.of("limit", Kind.NUMBER, "offset", Kind.NUMBER);
    private static final Map<String, Kind> RESENT =
            Map.of("id", Kind.NUMBER, "since", Kind.TIME, "until", Kind.TIME);

    private final BackofficeApi.Watch watch;
    private final Clock clock;

    /** Over these books. */
    public Watched(BackofficeApi.Watch watch, Clock clock) {
        this.watch = watch;
        this.clock = clock;
    }

    /** Answers {@code outbox/...} and {@code complaints/...}. */
    public ApiReply answer(ApiRequest request) {
        return Parameters.wrong(request, known(request))
                .orElseGet(() ->
                        request.segment(0).equals("outbox")
                                ? outbox(request)
                                : complaints(request));
    }

    private static Map<String, Kind> known(ApiRequest request) {
        return switch (String.join("/", request.path())) {
            case "outbox/resend" -> RESENT;
            case "outbox/parked", "complaints" -> LISTED;
            default -> Map.of();
        };
    }

    private ApiReply outbox(ApiRequest request) {
        if (request.is("GET", "outbox", 2) && request.segment(1).equals("queues")) {
            return list("queues", watch.outbox().queues().stream().map(Watched::json).toList());
        }
        if (request.is("GET", "outbox", 2) && request.segment(1).equals("parked")) {
            return parked(request);
        }
        if (request.is("DELETE", "outbox", 3) && request.segment(1).equals("parked")) {
            return done(
                    request.segment(2),
                    watch.outbox()::discard,
                    "Nothing is parked under this id.");
        }
        return request.is("POST", "outbox", 2) && request.segment(1).equals("resend")
                ? resent(request)
                : BackofficeApi.nothing();
    }

    /** One by {@code id}, or all that were parked from {@code since} until before {@code until}. */
    private ApiReply resent(ApiRequest request) {
        if (request.has("id") && (request.has("since") || request.has("until"))) {
            return ApiReply.wrong(400, "id stands alone: give it, or since and until.");
        }
        if (request.has("id")) {
            boolean there =
                    request.number("id")
                            .filter(id -> watch.outbox().resend(id, clock.instant()))
                            .isPresent();
            return there ? resent(1) : ApiReply.wrong(404, "Nothing is parked under this id.");
        }
        Instant since = time(request, "since", Instant.EPOCH);
        Instant until = time(request, "until", LAST);
        return since.isBefore(until)
                ? resent(watch.outbox().resend(new Span(since, until), clock.instant()))
                : ApiReply.wrong(400, "since must be before until.");
    }

    private ApiReply parked(ApiRequest request) {
        return ApiReply.ok(
                Json.Obj.EMPTY
                        .with("total", Json.number(watch.outbox().depth().parked()))
                        .with(
                                "parked",
                                Json.array(
                                        watch
                                                .outbox()
                                                .parked(limit(request), skipped(request))
                                                .stream()
                                                .map(Watched::json)
                                                .toList())));
    }

    private static ApiReply done(String id, Predicate<Long> work, String notThere) {
        Optional<Long> number = number(id);
        if (number.isEmpty()) {
            return ApiReply.wrong(400, "The id in the path must be a number.");
        }
        return work.test(number.get()) ? ApiReply.accepted() : ApiReply.wrong(404, notThere);
    }

    private static ApiReply resent(int many) {
        return ApiReply.ok(Json.Obj.EMPTY.with("resent", Json.number(many)));
    }

    private ApiReply complaints(ApiRequest request) {
        if (request.is("GET", "complaints", 1)) {
            return complaining(request);
        }
        if (request.is("DELETE", "complaints", 2)) {
            return done(
                    request.segment(1),
                    watch.complaints()::dismiss,
                    "There is no complaint with this id.");
        }
        return BackofficeApi.nothing();
    }

    private ApiReply complaining(ApiRequest request) {
        ComplaintBook book = watch.complaints();
        return ApiReply.ok(
                Json.Obj.EMPTY
                        .with("total", Json.number(book.count()))
                        .with("fallen_out", Json.number(book.fallen()))
                        .with("most", Json.number(book.bounds().all()))
                        .with("most_of_one_object", Json.number(book.bounds().ofOneObject()))
                        .with(
                                "complaints",
                                Json.array(
                                        book.latest(limit(request), skipped(request)).stream()
                                                .map(Watched::json)
                                                .toList())));
    }

    private static int skipped(ApiRequest request) {
        return (int) Math.min(request.number("offset").orElse(0L), Integer.MAX_VALUE);
    }

    private static int limit(ApiRequest request) {
        return (int) Math.min(request.number("limit").orElse(PAGE), MOST);
    }

    private static ApiReply list(String name, List<Json> items) {
        return ApiReply.ok(Json.Obj.EMPTY.with(name, Json.array(items)));
    }

    private static Instant time(ApiRequest request, String name, Instant otherwise) {
        return request.parameter(name).flatMap(OcpiTime::read).orElse(otherwise);
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
