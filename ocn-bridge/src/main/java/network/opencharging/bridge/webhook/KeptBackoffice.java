package network.opencharging.bridge.webhook;

import network.opencharging.bridge.backoffice.Backoffice;
import network.opencharging.bridge.backoffice.Command;
import network.opencharging.bridge.backoffice.CommandHandler;
import network.opencharging.bridge.backoffice.Context;
import network.opencharging.bridge.backoffice.ObjectKey;
import network.opencharging.bridge.backoffice.Verdict;
import network.opencharging.bridge.command.GivenBook;
import network.opencharging.bridge.model.OcpiObject;
import network.opencharging.bridge.model.OcpiTime;
import network.opencharging.bridge.model.v221.CDR;
import network.opencharging.bridge.model.v221.Location;
import network.opencharging.bridge.model.v221.Session;
import network.opencharging.bridge.model.v221.Tariff;
import network.opencharging.bridge.model.v221.Token;
import network.opencharging.protocol.json.Json;
import network.opencharging.protocol.route.ModuleId;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import java.util.stream.Stream;

/** A backoffice whose answers come from a shelf, and which is told what happened. */
public final class KeptBackoffice {
    private static final int LOCKS = 256;

    private final Shelf shelf;
    private final List<Lock> locks =
            Stream.generate(ReentrantLock::new).limit(LOCKS).map(Lock.class::cast).toList();
    private final GivenBook given;
    private final Clock clock;
    private final Duration commandTime;

    /**
     * A backoffice over this shelf.
     *
     * @param given what own parties have asked partners for, in the same database
     * @param commandTime how long the result of a command may take
     */
    public KeptBackoffice(Shelf shelf, GivenBook given, Clock clock, Duration commandTime) {
        this.shelf = shelf;
        this.given = given;
        this.clock = clock;
        this.commandTime = commandTime;
    }

    /** All its parts. */
    public Backoffice parts() {
        KeptProfiles profiles = new KeptProfiles(this, shelf, commandTime);
        return Backoffice.builder()
                .profiles(profiles)
                .hearProfiles(profiles)
                .preferences(profiles)
                .locations(new OwnLocations(shelf))
                .tariffs(new Own<>(shelf, ModuleId.TARIFFS, Tariff.SHAPE))
                .sessions(new Own<>(shelf, ModuleId.SESSIONS, Session.SHAPE))
                .cdrs(new Own<>(shelf, ModuleId.CDRS, CDR.SHAPE))
                .tokens(new Own<>(shelf, ModuleId.TOKENS, Token.SHAPE))
                .authorizer(new KeptTokens(shelf))
                .keepLocations(new Partners<>(this, ModuleId.LOCATIONS, Location.SHAPE))
                .keepTariffs(new PartnersTariffs(this))
                .keepSessions(new Partners<>(this, ModuleId.SESSIONS, Session.SHAPE))
                .takeCdrs(new PartnersCdrs(this))
                .keepTokens(new PartnersTokens(this))
                .commands(this::commanded)
                .results((context, type, id, result) ->
                        ended(
                                "command.result",
                                context,
                                id,
                                Json.Obj.EMPTY
                                        .with("id", id)
                                        .with("command", type.value())
                                        .with("data", result.json())))
                .clientInfo((context, info) ->
                        told("clientinfo", context, Json.Obj.EMPTY.with("data", info.json())))
                .build();
    }

    /** The event and the end of what it is about, both or neither: it is told once. */
    Verdict ended(String kind, Context context, String id, Json.Obj content) {
        if (given.find(id).isEmpty()) {
            return new Verdict.Refused("Nobody here waits for a result under this id.");
        }
        given.end(id, () -> told(kind, context, content));
        return Verdict.kept();
    }

    private CommandHandler.Answer commanded(Context context, Command command) {
        told(
                "command",
                context,
                Json.Obj.EMPTY
                        .with("id", command.id())
                        .with("command", command.order().type().value())
                        .with("data", command.order().body().json()));
        return new CommandHandler.Answer.Accepted(commandTime);
    }

    Verdict told(String kind, Context context, Json.Obj content) {
        shelf.tell(new Event(kind, body(context, content), clock.instant()));
        return Verdict.kept();
    }

    Optional<Json.Obj> find(ModuleId module, ObjectKey key, String id) {
        return shelf.find(place(module, key, id)).map(Kept::body);
    }

    /**
     * Keeps what a partner sent. What is older than what is kept, or the same, changes nothing: it
     * was late, or sent twice.
     */
    Verdict keep(Context context, ModuleId module, ObjectKey key, String id, OcpiObject object) {
        Lock lock = locks.get(Math.floorMod(place(module, key, id).hashCode(), LOCKS));
        lock.lock();
        try {
            return keepNewest(context, module, key, id, object);
        } finally {
            lock.unlock();
        }
    }

    /** One of one object at a time: else an older state could be written over a newer one. */
    private Verdict keepNewest(
            Context context, ModuleId module, ObjectKey key, String id, OcpiObject object) {
        Json.Obj json = object.json();
        Kept.Place place = place(module, key, id);
        Instant changed = json.textOf("last_updated").flatMap(OcpiTime::read).orElseThrow();
        Optional<Kept> before = shelf.find(place);
        boolean news =
                before.filter(kept ->
                                kept.lastUpdated().isAfter(changed) || kept.body().equals(json))
                        .isEmpty();
        if (news) {
            Json.Obj content =
                    Json.Obj.EMPTY
                            .with("module", module.value())
                            .with("owner", key.owner().toString())
                            .with("id", id)
                            .with("data", json);
            shelf.keep(
                    new Kept(place, json, changed),
                    new Event(module.value(), body(context, content), clock.instant()));
        }
        return Verdict.kept();
    }

    Verdict remove(Context context, ModuleId module, ObjectKey key) {
        if (shelf.remove(place(module, key, key.id().text()))) {
            told(
                    module.value() + ".removed",
                    context,
                    Json.Obj.EMPTY
                            .with("owner", key.owner().toString())
                            .with("id", key.id().text()));
        }
        return Verdict.kept();
    }

    private static Kept.Place place(ModuleId module, ObjectKey key, String id) {
        return new Kept.Place(Kept.Side.PARTNER, module, key.owner(), id);
    }

    private static Json.Obj body(Context context, Json.Obj content) {
        Json.Obj body =
                Json.Obj.EMPTY
                        .with("from", context.from().toString())
                        .with("to", context.to().toString())
                        .with("correlation_id", context.correlationId());
        for (var member : content.members().entrySet()) {
            body = body.with(member.getKey(), member.getValue());
        }
        return body;
    }
}
