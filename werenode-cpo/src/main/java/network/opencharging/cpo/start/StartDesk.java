package network.opencharging.cpo.start;

import network.opencharging.cpo.device.ChargePorts;
import network.opencharging.cpo.device.Outcome;
import network.opencharging.cpo.effect.CommandOutcome;
import network.opencharging.cpo.effect.Effect;
import network.opencharging.cpo.session.ChargeSession;
import network.opencharging.cpo.session.EvseManager;
import network.opencharging.cpo.session.Opening;
import network.opencharging.cpo.session.Patience;
import network.opencharging.cpo.session.Phase;
import network.opencharging.cpo.session.SessionEvent;
import network.opencharging.cpo.session.StopReason;
import network.opencharging.cpo.site.Sites;
import network.opencharging.cpo.unit.EvseRef;
import network.opencharging.cpo.unit.SessionId;
import network.opencharging.protocol.party.PartyId;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;

/**
 * Whoever wants to start, stop or reserve comes here. What is taken is stored; a partner's command
 * is answered by {@link Effect.AnswerCommand} once the device answered.
 */
public final class StartDesk {
    private final EvseManager manager;
    private final Doorstep doorstep;
    private final Sites sites;
    private final ChargePorts ports;
    private final Patience patience;
    private final Edge edge;

    public StartDesk(
            EvseManager manager,
            Doorstep doorstep,
            Sites sites,
            ChargePorts ports,
            Patience patience,
            Edge edge) {
        this.manager = manager;
        this.doorstep = doorstep;
        this.sites = sites;
        this.ports = ports;
        this.patience = patience;
        this.edge = edge;
    }

    /**
     * What comes in from outside.
     *
     * @param ids makes names that nobody else has
     */
    public record Edge(Clock clock, Supplier<String> ids) {
        Instant now() {
            return clock.instant();
        }
    }

    /** Orders energy. */
    public StartAnswer start(StartWish wish) {
        Instant now = edge.now();
        return switch (doorstep.look(wish.target(), wish.driver(), now)) {
            case Doorstep.Found.Not(StartAnswer.Refused refused) -> refused;
            case Doorstep.Found.Free free -> start(wish, free, now);
        };
    }

    private StartAnswer start(StartWish wish, Doorstep.Found.Free free, Instant now) {
        Opening opening =
                new Opening(
                        wish.origin(),
                        wish.driver(),
                        wish.permit(),
                        free.place(),
                        free.tariff(),
                        wish.limits());
        if (free.kept().isPresent()) {
            return manager.on(
                            free.kept().get().id(),
                            new SessionEvent.ReservationUsed(now, opening, true))
                    .<StartAnswer>map(StartAnswer.Taken::new)
                    .orElseGet(StartDesk::occupied);
        }
        ChargeSession fresh =
                ChargeSession.fresh(
                        new SessionId(edge.ids().get()),
                        opening,
                        new Phase.Ordered(now.plus(patience.start())),
                        now);
        return taken(manager.open(fresh, List.of(new Effect.StartEnergy(fresh.id()))));
    }

    private static StartAnswer taken(Optional<ChargeSession> stored) {
        return stored.<StartAnswer>map(StartAnswer.Taken::new).orElseGet(StartDesk::occupied);
    }

    private static StartAnswer occupied() {
        return new StartAnswer.Refused(
                StartAnswer.Why.OCCUPIED, "Somebody else was quicker at this EVSE.");
    }

    /**
     * Keeps an EVSE for a driver; the same reservation again is given its new end.
     *
     * @param reservation the eMSP's id of it
     * @param until when it is given up
     */
    public StartAnswer reserve(StartWish wish, String reservation, Instant until) {
        Instant now = edge.now();
        if (!until.isAfter(now)) {
            return new StartAnswer.Refused(
                    StartAnswer.Why.OVER, "The reservation's expiry date is in the past.");
        }
        Optional<ChargeSession> before = reservation(reservation, wish.driver().emsp());
        if (before.isPresent()) {
            SessionEvent moved =
                    new SessionEvent.ReservationMoved(
                            now, until, wish.permit().command(), edge.ids().get());
            return taken(manager.on(before.get().id(), moved));
        }
        return switch (doorstep.look(wish.target(), wish.driver(), now)) {
            case Doorstep.Found.Not(StartAnswer.Refused refused) -> refused;
            case Doorstep.Found.Free free ->
                    free.kept().isPresent()
                            ? new StartAnswer.Refused(
                                    StartAnswer.Why.RESERVED, "The driver has it reserved already.")
                            : keep(wish, free, new Phase.Reserved(reservation, until), now);
        };
    }

    private StartAnswer keep(
            StartWish wish, Doorstep.Found.Free free, Phase.Reserved phase, Instant now) {
        Opening opening =
                new Opening(
                        wish.origin(),
                        wish.driver(),
                        wish.permit(),
                        free.place(),
                        free.tariff(),
                        wish.limits());
        SessionId id = new SessionId(edge.ids().get());
        List<Effect> effects = new ArrayList<>(List.of(new Effect.TellSession(id)));
        wish.permit()
                .command()
                .ifPresent(command ->
                        effects.add(
                                new Effect.AnswerCommand(command, CommandOutcome.ACCEPTED, "")));
        return taken(manager.open(ChargeSession.fresh(id, opening, phase, now), effects));
    }

    private Optional<ChargeSession> reservation(String id, PartyId emsp) {
        return manager.running().stream()
                .filter(session ->
                        session.phase() instanceof Phase.Reserved kept
                                && kept.reservation().equals(id))
                .filter(session -> session.opening().driver().emsp().equals(emsp))
                .findFirst();
    }

    /** Gives a reservation up; the command is answered like any other. */
    public StopAnswer cancel(String reservation, PartyId emsp, Optional<String> command) {
        return reservation(reservation, emsp)
                .map(session -> stop(session, StopReason.EMSP, command))
                .orElseGet(StopAnswer.Unknown::new);
    }

    /**
     * Ends a session for an eMSP.
     *
     * @param emsp who wants it: somebody else's session is unknown to it
     */
    public StopAnswer stop(SessionId id, PartyId emsp, Optional<String> command) {
        return manager.find(id)
                .filter(session -> session.opening().driver().emsp().equals(emsp))
                .map(session -> stop(session, StopReason.EMSP, command))
                .orElseGet(StopAnswer.Unknown::new);
    }

    /** Ends a session for the operator. */
    public StopAnswer stop(SessionId id) {
        return manager.find(id)
                .map(session -> stop(session, StopReason.OPERATOR, Optional.empty()))
                .orElseGet(StopAnswer.Unknown::new);
    }

    private StopAnswer stop(ChargeSession session, StopReason why, Optional<String> command) {
        if (!session.phase().occupies()) {
            return new StopAnswer.Over();
        }
        return manager.on(
                        session.id(),
                        new SessionEvent.StopAsked(edge.now(), why, command, edge.ids().get()))
                .<StopAnswer>map(StopAnswer.Taken::new)
                .orElseGet(StopAnswer.Unknown::new);
    }

    /** Opens the lock of an EVSE's socket; empty when there is no such EVSE, or no device. */
    public Optional<CompletableFuture<Outcome>> unlock(EvseRef evse) {
        return sites.find(evse)
                .flatMap(spot -> spot.evse().port())
                .flatMap(ports::find)
                .map(port -> port.unlock());
    }
}
