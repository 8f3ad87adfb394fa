package network.opencharging.cpo.roaming;

import network.opencharging.bridge.call.Answered;
import network.opencharging.bridge.call.Done;
import network.opencharging.bridge.call.Exchange;
import network.opencharging.bridge.call.HubCalls;
import network.opencharging.bridge.model.OcpiTime;
import network.opencharging.bridge.model.v221.CDR;
import network.opencharging.bridge.model.v221.CommandResult;
import network.opencharging.bridge.model.v221.EVSE;
import network.opencharging.bridge.model.v221.Location;
import network.opencharging.bridge.model.v221.Session;
import network.opencharging.bridge.model.v221.Tariff;
import network.opencharging.cpo.effect.Effect;
import network.opencharging.cpo.effect.EffectHandler;
import network.opencharging.cpo.outbox.PartnerBook;
import network.opencharging.cpo.session.ChargeSession;
import network.opencharging.cpo.site.EvseStatus;
import network.opencharging.cpo.unit.EvseRef;
import network.opencharging.cpo.unit.SessionId;
import network.opencharging.protocol.json.Json;
import network.opencharging.protocol.party.PartyId;
import network.opencharging.protocol.route.ModuleId;

import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;

/**
 * Tells partners what the outbox says: locations, EVSEs and tariffs everybody, a session and its
 * CDR the driver's eMSP. What is told is read when it is told; the first news of a session since
 * the start is the whole of it (PUT), later ones what has changed (PATCH).
 */
final class Telling implements EffectHandler {
    private final Own own;
    private final Way way;
    private final PartyId operator;
    private final Optional<PartyId> everybody;
    private final PartnerBook partners;
    private final Clock clock;
    private final Supplier<String> ids;
    private final Map<SessionId, Json.Obj> told = new ConcurrentHashMap<>();

    /**
     * From whom to whom.
     *
     * @param everybody the hub's own party: what is sent to it reaches everybody
     */
    record Ends(PartyId operator, Optional<PartyId> everybody) {}

    /**
     * @param partners is told how it went
     * @param ids fresh ones for exchanges
     */
    Telling(Own own, Way way, Ends ends, PartnerBook partners, Clock clock, Supplier<String> ids) {
        this.own = own;
        this.way = way;
        this.operator = ends.operator();
        this.everybody = ends.everybody();
        this.partners = partners;
        this.clock = clock;
        this.ids = ids;
    }

    @Override
    public Result carryOut(Effect effect, int attempt) {
        if (!way.isOpen()) {
            return new Result.Later("the way to partners is not open yet");
        }
        return switch (effect) {
            case Effect.TellSession(SessionId id) ->
                    own.charged().manager().find(id).map(this::session).orElseGet(Result.Done::new);
            case Effect.TellCdr(_, String id) -> cdr(id);
            case Effect.TellEvse(EvseRef evse) -> evse(evse);
            case Effect.TellLocation(String id) -> location(id);
            case Effect.TellTariff(String id) -> tariff(id);
            case Effect.AnswerCommand answer -> answered(answer);
            case Effect.StartEnergy _,
                    Effect.StopEnergy _,
                    Effect.WriteCdr _,
                    Effect.SharePower _ ->
                    new Result.Never("no partner does this");
        };
    }

    private Result answered(Effect.AnswerCommand answer) {
        CommandResult result = Words.result(answer.outcome(), answer.text());
        way.settle(answer.command(), result);
        return new Result.Done();
    }

    private Result cdr(String id) {
        return own.charged()
                .cdrs()
                .find(id)
                .map(kept ->
                        tell(
                                Optional.of(kept.cdr().session().token().emsp()),
                                "cdr-" + id,
                                (calls, exchange) ->
                                        calls.post(
                                                exchange,
                                                ModuleId.CDRS,
                                                CDR.SHAPE,
                                                Records.cdr(kept))))
                .orElseGet(Result.Done::new);
    }

    private Result session(ChargeSession session) {
        Session now = Charges.session(session);
        PartyId emsp = session.opening().driver().emsp();
        Result result =
                tell(
                        Optional.of(emsp),
                        ids.get(),
                        (calls, exchange) -> session(calls, exchange, session.id(), now));
        if (result instanceof Result.Done && !emsp.equals(operator)) {
            remember(session, now);
        }
        return result;
    }

    private Answered<Done> session(HubCalls calls, Exchange exchange, SessionId id, Session now) {
        Optional<Json.Obj> changes =
                Optional.ofNullable(told.get(id))
                        .flatMap(before -> Changes.between(before, now.json()));
        if (changes.isPresent()) {
            Answered<Done> answer =
                    calls.patch(
                            exchange, ModuleId.SESSIONS, Session.SHAPE, changes.get(), id.value());
            if (!Words.isUnknownThere(answer)) {
                return answer;
            }
        }
        return calls.put(exchange, ModuleId.SESSIONS, Session.SHAPE, now, id.value());
    }

    private void remember(ChargeSession session, Session now) {
        if (session.phase().isOver()) {
            told.remove(session.id());
        } else {
            told.put(session.id(), now.json());
        }
    }

    private Result evse(EvseRef ref) {
        boolean isThere =
                own.book().location(ref.location()).flatMap(it -> it.evse(ref.uid())).isPresent();
        if (!isThere) {
            return new Result.Done();
        }
        EvseStatus status = own.status(ref);
        Json.Obj changes =
                Json.Obj.EMPTY
                        .with("status", Places.status(status).value())
                        .with("last_updated", OcpiTime.write(status.since()));
        return tell(
                everybody,
                ids.get(),
                (calls, exchange) ->
                        calls.patch(
                                exchange,
                                ModuleId.LOCATIONS,
                                EVSE.SHAPE,
                                changes,
                                ref.location(),
                                ref.uid()));
    }

    private Result location(String id) {
        return own.written(id)
                .or(() ->
                        own.book()
                                .removedLocation(id)
                                .map(gone -> Places.removed(gone, clock.instant())))
                .map(location ->
                        tell(
                                everybody,
                                ids.get(),
                                (calls, exchange) ->
                                        calls.put(
                                                exchange,
                                                ModuleId.LOCATIONS,
                                                Location.SHAPE,
                                                location,
                                                id)))
                .orElseGet(Result.Done::new);
    }

    private Result tariff(String id) {
        return tell(
                everybody,
                ids.get(),
                (calls, exchange) ->
                        own.book()
                                .tariff(id)
                                .map(sheet ->
                                        calls.put(
                                                exchange,
                                                ModuleId.TARIFFS,
                                                Tariff.SHAPE,
                                                Records.tariff(sheet),
                                                id))
                                .orElseGet(() -> calls.delete(exchange, ModuleId.TARIFFS, id)));
    }

    /** A call to a partner. */
    @FunctionalInterface
    private interface Call {
        Answered<Done> over(HubCalls calls, Exchange exchange);
    }

    private Result tell(Optional<PartyId> whom, String correlation, Call call) {
        if (whom.filter(partner -> !partner.equals(operator)).isEmpty()) {
            return new Result.Done();
        }
        Exchange exchange = new Exchange(operator, whom.get(), correlation);
        Result result =
                way.calls()
                        .map(calls -> Words.result(call.over(calls, exchange)))
                        .orElseGet(() -> new Result.Later("not registered at the node yet"));
        partners.told(whom.get().toString(), trouble(result), clock.instant());
        return result;
    }

    private static Optional<String> trouble(Result result) {
        return switch (result) {
            case Result.Done() -> Optional.empty();
            case Result.Later(String why) -> Optional.of(why);
            case Result.Never(String why) -> Optional.of(why);
        };
    }
}
