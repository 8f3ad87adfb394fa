package network.opencharging.cpo.supply;

import network.opencharging.cpo.device.ChargePort;
import network.opencharging.cpo.device.ChargePorts;
import network.opencharging.cpo.device.DeviceEvent;
import network.opencharging.cpo.device.PortId;
import network.opencharging.cpo.session.ChargeSession;
import network.opencharging.cpo.session.EvseManager;
import network.opencharging.cpo.session.Phase;
import network.opencharging.cpo.site.EvseStatus;
import network.opencharging.cpo.site.EvseStatus.Word;
import network.opencharging.cpo.site.SiteBook;
import network.opencharging.cpo.site.Sites;
import network.opencharging.cpo.site.Spot;
import network.opencharging.cpo.site.Statuses;
import network.opencharging.cpo.unit.EvseRef;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;

/** How every EVSE is: what its device says, and what its session makes of it. */
public final class StatusBoard implements Statuses {
    private final SiteBook book;
    private final Sites sites;
    private final ChargePorts ports;
    private final EvseManager manager;
    private final Clock clock;
    private final Map<PortId, Seen> seen = new ConcurrentHashMap<>();
    private final Map<EvseRef, EvseStatus> shown = new ConcurrentHashMap<>();
    private final List<Consumer<EvseStatus>> listeners = new CopyOnWriteArrayList<>();

    /** Knows how each last was. */
    public StatusBoard(
            SiteBook book, Sites sites, ChargePorts ports, EvseManager manager, Clock clock) {
        this.book = book;
        this.sites = sites;
        this.ports = ports;
        this.manager = manager;
        this.clock = clock;
        book.statuses().forEach(status -> shown.put(status.evse(), status));
        manager.listens(this::session);
    }

    /** What a device said of a port. */
    private enum Said {
        NOTHING,
        FREE,
        /** A vehicle came. */
        ARRIVED,
        /** A vehicle is still there. */
        STAYED,
        FAULTED,
        UNAVAILABLE
    }

    private record Seen(boolean online, Said said) {
        static final Seen NEVER = new Seen(false, Said.NOTHING);
    }

    /** Tells it of every change from now on. */
    public void listens(Consumer<EvseStatus> listener) {
        listeners.add(listener);
    }

    @Override
    public EvseStatus now(EvseRef evse) {
        EvseStatus status = shown.get(evse);
        return status != null ? status : new EvseStatus(evse, Word.UNKNOWN, clock.instant());
    }

    /** A session changed. */
    private void session(ChargeSession session) {
        sites.at(session.opening().place().port()).ifPresent(this::show);
    }

    /**
     * A device told something.
     *
     * @return whether a vehicle came where none was
     */
    boolean happened(DeviceEvent event) {
        PortId port = event.port();
        AtomicReference<Seen> last = new AtomicReference<>(Seen.NEVER);
        // Two events of one device may come at once: neither may be taken back by the other.
        Seen after =
                seen.merge(
                        port,
                        after(Seen.NEVER, event),
                        (was, _) -> {
                            last.set(was);
                            return after(was, event);
                        });
        Seen before = last.get();
        if (!after.equals(before)) {
            sites.at(port).ifPresent(this::show);
        }
        return after.said() == Said.ARRIVED && before.said() == Said.FREE;
    }

    private static Seen after(Seen before, DeviceEvent event) {
        return switch (event) {
            case DeviceEvent.Online _ -> new Seen(true, before.said());
            case DeviceEvent.Offline _ -> new Seen(false, before.said());
            case DeviceEvent.Free _ -> new Seen(true, Said.FREE);
            case DeviceEvent.Plugged _ -> new Seen(true, plugged(before.said()));
            case DeviceEvent.EnergyStarted _ -> new Seen(true, Said.STAYED);
            case DeviceEvent.MeterRead _ -> new Seen(true, before.said());
            case DeviceEvent.Suspended _ -> new Seen(true, Said.STAYED);
            case DeviceEvent.EnergyStopped _ -> new Seen(true, before.said());
            case DeviceEvent.Faulted _ -> new Seen(true, Said.FAULTED);
            case DeviceEvent.Unavailable _ -> new Seen(true, Said.UNAVAILABLE);
        };
    }

    private static Said plugged(Said before) {
        return before == Said.STAYED ? Said.STAYED : Said.ARRIVED;
    }

    /** Whether the device says that nothing is connected. */
    boolean isFree(PortId port) {
        return seen.getOrDefault(port, Seen.NEVER).said() == Said.FREE;
    }

    /** Asks every device how it last was, and whether it is there. */
    public void lookAround() {
        for (Spot spot : sites.spots()) {
            spot.evse().port().ifPresent(port -> look(port));
            show(spot);
        }
    }

    private void look(PortId port) {
        Optional<ChargePort> found = ports.find(port);
        Seen before = seen.getOrDefault(port, Seen.NEVER);
        if (before.said() == Said.NOTHING) {
            found.flatMap(ChargePort::last).ifPresent(this::happened);
        }
        // Looked at within: a device that comes meanwhile has said so before, or says so after.
        seen.compute(
                port,
                (_, now) ->
                        new Seen(
                                found.filter(there -> there.health().online()).isPresent(),
                                now == null ? Said.NOTHING : now.said()));
    }

    private synchronized void show(Spot spot) {
        Word word = word(spot);
        EvseStatus before = shown.get(spot.ref());
        if (before != null && before.word() == word) {
            return;
        }
        EvseStatus after = new EvseStatus(spot.ref(), word, clock.instant());
        book.put(after);
        shown.put(spot.ref(), after);
        listeners.forEach(listener -> listener.accept(after));
    }

    private Word word(Spot spot) {
        if (spot.evse().port().isEmpty()) {
            return Word.PLANNED;
        }
        PortId port = spot.evse().port().get();
        Seen now = seen.getOrDefault(port, Seen.NEVER);
        if (!now.online()) {
            return Word.UNKNOWN;
        }
        return manager.at(port).flatMap(StatusBoard::word).orElseGet(() -> word(now.said()));
    }

    private static Optional<Word> word(ChargeSession session) {
        return switch (session.phase()) {
            case Phase.Reserved _ -> Optional.of(Word.RESERVED);
            case Phase.Delivering _, Phase.Suspended _ -> Optional.of(Word.CHARGING);
            case Phase.Stopping _ ->
                    session.hasBegun() ? Optional.of(Word.CHARGING) : Optional.empty();
            case Phase.Ordered _, Phase.Promised _, Phase.Ended _, Phase.Closed _, Phase.Failed _ ->
                    Optional.empty();
        };
    }

    private static Word word(Said said) {
        return switch (said) {
            case NOTHING -> Word.UNKNOWN;
            case FREE, ARRIVED -> Word.AVAILABLE;
            case STAYED -> Word.BLOCKED;
            case FAULTED -> Word.OUTOFORDER;
            case UNAVAILABLE -> Word.INOPERATIVE;
        };
    }
}
