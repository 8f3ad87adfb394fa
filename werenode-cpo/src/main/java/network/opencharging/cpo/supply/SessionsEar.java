package network.opencharging.cpo.supply;

import network.opencharging.cpo.device.DeviceEvent;
import network.opencharging.cpo.device.DeviceEvents;
import network.opencharging.cpo.device.PortId;
import network.opencharging.cpo.session.ChargeSession;
import network.opencharging.cpo.session.EvseManager;
import network.opencharging.cpo.session.Phase;
import network.opencharging.cpo.start.DeviceStarts;
import network.opencharging.cpo.unit.SessionId;

import java.time.Clock;
import java.util.Optional;
import java.util.concurrent.Executor;

/** What devices tell becomes what sessions hear; what nobody ordered becomes a session. */
public final class SessionsEar implements DeviceEvents {
    private static final int LONGEST = 36;
    private final EvseManager manager;
    private final DeviceStarts starts;
    private final StatusBoard board;
    private final Reconciliation reconciliation;
    private final Executor threads;
    private final Clock clock;

    public SessionsEar(
            EvseManager manager,
            DeviceStarts starts,
            StatusBoard board,
            Reconciliation reconciliation,
            Executor threads,
            Clock clock) {
        this.manager = manager;
        this.starts = starts;
        this.board = board;
        this.reconciliation = reconciliation;
        this.threads = threads;
        this.clock = clock;
    }

    @Override
    public void happened(DeviceEvent event) {
        boolean came = board.happened(event);
        switch (event) {
            case DeviceEvent.EnergyStarted started -> began(started);
            case DeviceEvent.MeterRead read ->
                    whose(read.port(), read.charge()).ifPresent(session -> hears(session, read));
            case DeviceEvent.EnergyStopped stopped ->
                    whose(stopped.port(), Optional.of(stopped.charge()))
                            .ifPresent(session -> hears(session, stopped));
            case DeviceEvent.Suspended suspended ->
                    manager.at(suspended.port()).ifPresent(session -> hears(session, suspended));
            case DeviceEvent.Faulted faulted ->
                    manager.at(faulted.port()).ifPresent(session -> hears(session, faulted));
            // Asking the device must not hold up what it tells.
            case DeviceEvent.Online online ->
                    manager.at(online.port())
                            .ifPresent(session ->
                                    threads.execute(() -> reconciliation.compare(session)));
            case DeviceEvent.Plugged plugged -> {
                if (came) {
                    threads.execute(() -> starts.arrived(plugged.port()));
                }
            }
            case DeviceEvent.Free _, DeviceEvent.Offline _, DeviceEvent.Unavailable _ -> {}
        }
    }

    private void hears(ChargeSession session, DeviceEvent event) {
        Words.heard(event).ifPresent(heard -> manager.on(session.id(), heard));
    }

    private void began(DeviceEvent.EnergyStarted event) {
        Optional<ChargeSession> there = manager.at(event.port());
        Optional<ChargeSession> its =
                there.filter(session -> isIts(session, event.charge()))
                        .or(() -> named(event.charge()));
        if (its.isPresent()) {
            hears(its.get(), event);
            return;
        }
        if (event.charge().session().isPresent()) {
            // Somebody ordered it past the sessions: an operator who tries his device.
            return;
        }
        there.filter(ChargeSession::hasBegun)
                .ifPresent(old -> reconciliation.isOver(old, event.at()));
        starts.begun(event.port(), event.charge().token(), clock.instant())
                .ifPresentOrElse(
                        session -> hears(session, event), () -> reconciliation.refuse(event));
    }

    private static boolean isIts(ChargeSession session, DeviceEvent.Charge charge) {
        if (charge.session().isPresent()) {
            return charge.session().get().equals(session.id().value());
        }
        boolean waits =
                session.phase() instanceof Phase.Ordered
                        || session.phase() instanceof Phase.Promised;
        boolean same =
                session.charge()
                        .filter(known -> known.transaction().equals(charge.transaction()))
                        .isPresent();
        return same
                || (waits
                        && charge.token()
                                .filter(session.opening().tag()::equalsIgnoreCase)
                                .isPresent());
    }

    /** Whose it is: what its port is occupied by, or a session that is over already. */
    private Optional<ChargeSession> whose(PortId port, Optional<DeviceEvent.Charge> charge) {
        Optional<ChargeSession> there = manager.at(port);
        return charge.isEmpty()
                ? there.filter(ChargeSession::hasBegun)
                : there.filter(session -> isIts(session, charge.get()))
                        .or(() -> named(charge.get()));
    }

    private Optional<ChargeSession> named(DeviceEvent.Charge charge) {
        return charge.session()
                .filter(name -> !name.isBlank() && name.length() <= LONGEST)
                .flatMap(name -> manager.find(new SessionId(name)));
    }
}
