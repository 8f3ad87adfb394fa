package network.opencharging.cpo.ocpp.central;

import network.opencharging.bridge.unit.WattHours;
import network.opencharging.cpo.device.DeviceEvent;
import network.opencharging.cpo.device.DeviceEvents;
import network.opencharging.cpo.device.PortId;
import network.opencharging.cpo.ocpp.message.EvseKey;
import network.opencharging.cpo.ocpp.message.Metered;
import network.opencharging.cpo.ocpp.message.Registers;
import network.opencharging.cpo.ocpp.message.Sample;
import network.opencharging.cpo.ocpp.message.Status;
import network.opencharging.cpo.ocpp.message.TransactionNews;

import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** Tells on what stations say, in the words of all devices. */
public final class News {
    private final DeviceEvents events;
    private final Books books;
    private final Charges charges;
    private final Clock clock;

    public News(DeviceEvents events, Books books, Clock clock) {
        this.events = events;
        this.books = books;
        this.charges = new Charges(books.transactions());
        this.clock = clock;
    }

    /** Stations are there: all their ports are. */
    public void arrived(Collection<String> stations) {
        Instant now = clock.instant();
        each(stations, port -> new DeviceEvent.Online(port, now));
    }

    /** Stations are gone, with all their ports. */
    public void left(Collection<String> stations) {
        Instant now = clock.instant();
        each(stations, port -> new DeviceEvent.Offline(port, now));
    }

    private void each(Collection<String> stations, Function<PortId, DeviceEvent> event) {
        if (!stations.isEmpty()) {
            books.connectors().ports(stations).stream().map(event).forEach(events::happened);
        }
    }

    void status(Status status) {
        port(status.key()).flatMap(port -> Retelling.of(port, status)).ifPresent(events::happened);
    }

    void metered(Metered metered) {
        Optional<DeviceEvent.Charge> charge =
                metered.transaction().flatMap(name -> charges.find(metered.key().station(), name));
        port(metered.key()).ifPresent(port -> read(port, charge, metered.samples()));
    }

    private void read(PortId port, Optional<DeviceEvent.Charge> charge, List<Sample> samples) {
        Optional<String> signed =
                samples.stream().filter(Sample::signed).map(Sample::value).findFirst();
        Registers.newest(samples)
                .ifPresent(sample ->
                        Registers.energy(sample.value(), sample.unit())
                                .ifPresent(register ->
                                        events.happened(
                                                new DeviceEvent.MeterRead(
                                                        port,
                                                        sample.at(),
                                                        charge,
                                                        register,
                                                        signed))));
    }

    void started(Transaction transaction) {
        port(transaction.key())
                .ifPresent(port ->
                        events.happened(
                                new DeviceEvent.EnergyStarted(
                                        port,
                                        transaction.startedAt(),
                                        Charges.of(transaction),
                                        transaction.registerStart().map(WattHours::new))));
    }

    /** What the meter signed at the end, before the end itself. */
    void signed(Transaction transaction, TransactionNews told) {
        if (told.samples().stream().anyMatch(Sample::signed)) {
            port(transaction.key())
                    .ifPresent(port ->
                            read(port, Optional.of(Charges.of(transaction)), told.samples()));
        }
    }

    void updated(Transaction transaction, TransactionNews told) {
        port(transaction.key())
                .ifPresent(port -> {
                    read(port, Optional.of(Charges.of(transaction)), told.samples());
                    suspended(port, told).ifPresent(events::happened);
                });
    }

    private static Optional<DeviceEvent> suspended(PortId port, TransactionNews told) {
        return switch (told.word()) {
            case "SuspendedEV" -> Optional.of(new DeviceEvent.Suspended(port, told.at(), true));
            case "SuspendedEVSE" -> Optional.of(new DeviceEvent.Suspended(port, told.at(), false));
            default -> Optional.empty();
        };
    }

    void ended(Transaction transaction, Transaction.End end) {
        port(transaction.key())
                .ifPresent(port ->
                        events.happened(
                                new DeviceEvent.EnergyStopped(
                                        port,
                                        end.at(),
                                        Charges.of(transaction),
                                        end.register().map(WattHours::new),
                                        end.reason())));
    }

    private static Optional<PortId> port(EvseKey key) {
        return key.evse() > 0
                ? Optional.of(new PortId(key.station(), key.evse()))
                : Optional.empty();
    }
}
