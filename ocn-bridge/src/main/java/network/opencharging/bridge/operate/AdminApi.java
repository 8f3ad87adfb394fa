package network.opencharging.bridge.operate;

import network.opencharging.bridge.api.ApiReply;
import network.opencharging.bridge.api.ApiRequest;
import network.opencharging.bridge.api.Parameters;
import network.opencharging.bridge.api.Parameters.Kind;
import network.opencharging.bridge.api.Watched;
import network.opencharging.bridge.journal.Entry;
import network.opencharging.bridge.journal.JournalStore;
import network.opencharging.bridge.journal.Pulse;
import network.opencharging.protocol.json.Json;
import network.opencharging.protocol.party.PartyId;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/** Everything an operator can ask and do; {@code admin.json} has the same in words. */
public final class AdminApi {
    private static final long PAGE = 50;
    private static final long MOST = 500;
    private static final Map<String, Kind> MESSAGES =
            Map.of(
                    "party", Kind.PARTY,
                    "module", Kind.TEXT,
                    "correlation_id", Kind.TEXT,
                    "trouble", Kind.FLAG,
                    "before", Kind.NUMBER,
                    "limit", Kind.NUMBER);

    private final Supplier<Overview> overview;
    private final Watched watched;
    private final JournalStore journal;
    private final Pulse pulse;
    private final Doctor doctor;
    private final Registering registering;

    /**
     * Over these.
     *
     * @param overview how the bridge is now
     * @param watched what waits and what somebody has to look at
     * @param journal what has passed
     * @param pulse how it goes between each two parties
     * @param doctor looks at everything
     * @param registrar brings the bridge and its hub together and apart
     */
    public AdminApi(
            Supplier<Overview> overview,
            Watched watched,
            JournalStore journal,
            Pulse pulse,
            Doctor doctor,
            Registrar registrar) {
        this.overview = overview;
        this.watched = watched;
        this.journal = journal;
        this.pulse = pulse;
        this.doctor = doctor;
        this.registering = new Registering(registrar);
    }

    ApiReply answer(ApiRequest request) {
        String what = request.segment(0);
        if (what.equals("outbox") || what.equals("complaints")) {
            return watched.answer(request);
        }
        return Parameters.wrong(request, known(request)).orElseGet(() -> routed(request));
    }

    private static Map<String, Kind> known(ApiRequest request) {
        return switch (request.segment(0)) {
            case "messages" -> MESSAGES;
            case "registration" -> Registering.PARAMETERS;
            default -> Map.of();
        };
    }

    private ApiReply routed(ApiRequest request) {
        boolean get = request.method().equals("GET") && request.path().size() == 1;
        return switch (request.segment(0)) {
            case "registration" -> registering.answer(request);
            case "overview" -> get ? ApiReply.ok(overview.get().json()) : nothing();
            case "traffic" -> get ? traffic() : nothing();
            case "messages" -> get ? messages(request) : nothing();
            case "doctor" ->
                    get
                            ? list("checks", doctor.look().stream().map(Examined::json).toList())
                            : nothing();
            default -> nothing();
        };
    }

    private ApiReply traffic() {
        return list("traffic", pulse.all().stream().map(AdminApi::json).toList());
    }

    private static Json json(Map.Entry<Pulse.Line, Pulse.Beat> one) {
        Pulse.Beat beat = one.getValue();
        return Json.Obj.EMPTY
                .with("direction", one.getKey().direction().name().toLowerCase(Locale.ROOT))
                .with("from", one.getKey().from().toString())
                .with("to", one.getKey().to().toString())
                .with("module", one.getKey().module().value())
                .with("good", Json.number(beat.good()))
                .with("bad", Json.number(beat.bad()))
                .withOptional("last_good", text(beat.lastGood()))
                .withOptional("last_bad", text(beat.lastBad()))
                .with("trouble", beat.trouble());
    }

    private static Optional<Json> text(Optional<Instant> time) {
        return time.map(Instant::toString).map(Json::text);
    }

    private ApiReply messages(ApiRequest request) {
        List<Entry.Numbered> found =
                journal.find(
                        new JournalStore.Search(
                                request.parameter("party").flatMap(PartyId::parse),
                                request.parameter("module"),
                                request.parameter("correlation_id"),
                                request.parameter("trouble").filter("true"::equals).isPresent(),
                                request.number("before").orElse(Long.MAX_VALUE),
                                (int) Math.min(request.number("limit").orElse(PAGE), MOST)));
        return list("messages", found.stream().map(AdminApi::json).toList());
    }

    private static Json json(Entry.Numbered numbered) {
        Entry entry = numbered.entry();
        return Json.Obj.EMPTY
                .with("id", Json.number(numbered.id()))
                .with("at", entry.at().toString())
                .with("took_ms", Json.number(entry.took().toMillis()))
                .with("direction", entry.direction().name().toLowerCase(Locale.ROOT))
                .with("from", entry.subject().from().map(PartyId::toString).orElse(""))
                .with("to", entry.subject().to().map(PartyId::toString).orElse(""))
                .with("correlation_id", entry.subject().correlationId())
                .with("module", entry.subject().module().value())
                .with("method", entry.subject().method().name())
                .with("path", entry.subject().path())
                .with("http", Json.number(entry.ending().http()))
                .with("status", Json.number(entry.ending().status()))
                .with("trouble", entry.ending().trouble())
                .with("request", entry.content().request())
                .with("answer", entry.content().answer());
    }

    private static ApiReply list(String name, List<? extends Json> items) {
        return ApiReply.ok(Json.Obj.EMPTY.with(name, Json.array(items)));
    }

    static ApiReply nothing() {
        return ApiReply.wrong(404, "There is nothing here: see /admin/openapi.json.");
    }
}
