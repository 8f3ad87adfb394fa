package network.opencharging.cpo.supply;

import network.opencharging.cpo.device.ChargePort;
import network.opencharging.cpo.device.ChargePorts;
import network.opencharging.cpo.device.DeviceEvent;
import network.opencharging.cpo.session.ChargeSession;
import network.opencharging.cpo.session.EvseManager;
import network.opencharging.cpo.session.SessionEvent;
import network.opencharging.cpo.unit.SessionId;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Future;

/**
 * Holds a session's own record against what the device layer keeps: after a crash between the two,
 * the session hears what it missed. What it heard before has no effect again.
 */
public final class Reconciliation {
    private static final Logger LOG = LoggerFactory.getLogger(Reconciliation.class);
    private static final Duration SILENCE = Duration.ofMinutes(2);
    private final EvseManager manager;
    private final ChargePorts ports;
    private final StatusBoard board;
    private final Clock clock;

    public Reconciliation(EvseManager manager, ChargePorts ports, StatusBoard board, Clock clock) {
        this.manager = manager;
        this.ports = ports;
        this.board = board;
        this.clock = clock;
    }

    /** All sessions that occupy a port. */
    public void compareAll() {
        for (ChargeSession session : manager.running()) {
            try {
                compare(session);
            } catch (RuntimeException e) {
                // One session that cannot be compared must not keep the others from it.
                LOG.warn("session {} could not be held against its device", session.id(), e);
            }
        }
    }

    /** One session: how it is afterwards. */
    public void compare(ChargeSession session) {
        Optional<ChargePort> port = ports.find(session.opening().place().port());
        if (port.isEmpty()) {
            return;
        }
        List<DeviceEvent> told = port.get().told(charge(session));
        told.stream()
                .filter(event -> isNews(session, event))
                .map(Words::heard)
                .flatMap(Optional::stream)
                .forEach(event -> manager.on(session.id(), event));
        boolean online = port.get().health().online();
        if (told.isEmpty() && online && session.hasBegun()) {
            manager.on(
                    session.id(),
                    new SessionEvent.ChargeUnknown(clock.instant(), Optional.empty()));
        } else if (online) {
            compareWithPort(session.id(), port.get());
        }
    }

    /** What it read before is known without asking the database for every reading. */
    private static boolean isNews(ChargeSession session, DeviceEvent event) {
        return !(event instanceof DeviceEvent.MeterRead read)
                || session.meter().newest().filter(newest -> !read.at().isAfter(newest)).isEmpty();
    }

    static DeviceEvent.Charge charge(ChargeSession session) {
        return session.charge()
                .map(known ->
                        new DeviceEvent.Charge(
                                Optional.of(session.id().value()),
                                known.transaction(),
                                known.token()))
                .orElseGet(() ->
                        new DeviceEvent.Charge(
                                Optional.of(session.id().value()),
                                "",
                                Optional.of(session.opening().tag())));
    }

    /** A device that says that nothing is connected, for minutes, has lost the session's end. */
    private void compareWithPort(SessionId id, ChargePort port) {
        Instant now = clock.instant();
        manager.at(port.id())
                .filter(session -> session.id().equals(id) && session.hasBegun())
                .ifPresent(session -> {
                    // By our clock: what a station tells late is old, and it has just spoken.
                    boolean silent = session.times().updated().plus(SILENCE).isBefore(now);
                    if (silent && board.isFree(port.id())) {
                        isOver(session, now);
                    } else if (silent) {
                        Future<?> _ = port.readMeter();
                    }
                });
    }

    /** The device shows that it is over, without having said so. */
    void isOver(ChargeSession session, Instant at) {
        manager.on(session.id(), new SessionEvent.ChargeUnknown(at, Optional.empty()));
    }

    /** Energy that began where it must not: it is ended, without a session. */
    void refuse(DeviceEvent.EnergyStarted event) {
        if (manager.at(event.port()).isPresent()) {
            LOG.warn("{}: energy began although somebody else has the EVSE", event.port());
            ports.find(event.port())
                    .ifPresent(port -> {
                        Future<?> _ = port.stop(event.charge());
                    });
        }
    }
}
