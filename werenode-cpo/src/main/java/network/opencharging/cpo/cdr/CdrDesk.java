package network.opencharging.cpo.cdr;

import network.opencharging.bridge.tariff.ChargingHistory;
import network.opencharging.bridge.tariff.Period;
import network.opencharging.bridge.tariff.Rated;
import network.opencharging.bridge.tariff.Rating;
import network.opencharging.bridge.tariff.ReservationEnd;
import network.opencharging.bridge.unit.Money;
import network.opencharging.cpo.effect.Effect;
import network.opencharging.cpo.effect.EffectHandler;
import network.opencharging.cpo.session.ChargeSession;
import network.opencharging.cpo.session.EvseManager;
import network.opencharging.cpo.session.Funding;
import network.opencharging.cpo.session.Opening;
import network.opencharging.cpo.session.Phase;
import network.opencharging.cpo.session.SessionEvent;
import network.opencharging.cpo.session.StopReason;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;

/**
 * Writes a session's CDR: once, because it has the session's id, and a second one of that id is not
 * kept.
 */
public final class CdrDesk implements EffectHandler {
    private final EvseManager manager;
    private final CdrBook book;
    private final Evidence evidence;
    private final Clock clock;

    public CdrDesk(EvseManager manager, CdrBook book, Evidence evidence, Clock clock) {
        this.manager = manager;
        this.book = book;
        this.evidence = evidence;
        this.clock = clock;
    }

    @Override
    public Result carryOut(Effect effect, int attempt) {
        if (effect instanceof Effect.WriteCdr(var id)) {
            manager.find(id)
                    .filter(session -> session.phase() instanceof Phase.Ended)
                    .ifPresent(this::write);
        }
        return new Result.Done();
    }

    private void write(ChargeSession session) {
        Optional<Cdr> cdr = book.find(session.id().value()).map(KeptCdr::cdr);
        if (cdr.isEmpty()) {
            cdr = cdrOf(session);
            cdr.ifPresent(
                    fresh -> book.add(new KeptCdr(fresh, session.opening().tariff()), List.of()));
        }
        manager.on(
                session.id(),
                new SessionEvent.CdrWritten(
                        clock.instant(),
                        cdr.map(written -> written.key().id()),
                        cdr.map(written -> written.bill().total())));
    }

    private Optional<Cdr> cdrOf(ChargeSession session) {
        if (session.funding() instanceof Funding.Waived) {
            return Optional.empty();
        }
        Opening opening = session.opening();
        Rated rated =
                Rating.of(opening.tariff().tariff(), opening.place().location().zone())
                        .rate(history(session));
        return isNothing(rated)
                ? Optional.empty()
                : Optional.of(
                        new Cdr(
                                new CdrKey(
                                        opening.place().location().operator(),
                                        session.id().value()),
                                CdrParts.session(session),
                                CdrWriter.bill(rated),
                                evidence.of(session),
                                Optional.empty(),
                                clock.instant().truncatedTo(ChronoUnit.MILLIS)));
    }

    /** Neither energy nor money: nobody needs a record of it. */
    private static boolean isNothing(Rated rated) {
        return rated.energy().value() == 0 && isZero(rated.total());
    }

    private static boolean isZero(Money money) {
        return money.exclVat().signum() == 0
                && money.inclVat().map(sum -> sum.signum() == 0).orElse(true);
    }

    private static ChargingHistory history(ChargeSession session) {
        Instant end = session.times().ended().orElseThrow();
        return session.history(end).orElseGet(() -> unused(session, end));
    }

    /** The EVSE was kept and nobody came. */
    private static ChargingHistory unused(ChargeSession session, Instant end) {
        Instant from = session.times().reserved().orElseThrow().truncatedTo(ChronoUnit.SECONDS);
        Instant until = end.truncatedTo(ChronoUnit.SECONDS);
        boolean expired =
                session.phase() instanceof Phase.Ended(StopReason why)
                        && why == StopReason.TIME_LIMIT;
        return new ChargingHistory(
                from,
                List.of(
                        new Period.Reserved(
                                until.isAfter(from) ? until : from.plusSeconds(1),
                                expired ? ReservationEnd.EXPIRED : ReservationEnd.CANCELLED)));
    }
}
