package network.opencharging.cpo.ocpp.central;

import network.opencharging.bridge.unit.WattHours;
import network.opencharging.cpo.device.DeviceEvent;
import network.opencharging.cpo.device.PortId;
import network.opencharging.cpo.ocpp.message.Metered;
import network.opencharging.cpo.ocpp.message.Registers;
import network.opencharging.cpo.ocpp.message.Sample;
import network.opencharging.cpo.ocpp.message.Status;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What is kept of a transaction, told once more as it was told when it came. */
public final class Retelling {
    private Retelling() {}

    /** Its beginning, what its meter showed, and its end where it ended. */
    public static List<DeviceEvent> of(Transaction transaction, MeterBook meters) {
        PortId port = new PortId(transaction.key().station(), transaction.key().evse());
        DeviceEvent.Charge charge = Charges.of(transaction);
        List<DeviceEvent> told = new ArrayList<>();
        told.add(
                new DeviceEvent.EnergyStarted(
                        port,
                        transaction.startedAt(),
                        charge,
                        transaction.registerStart().map(WattHours::new)));
        for (Metered metered : meters.of(port.device(), transaction.name())) {
            for (Sample sample : metered.samples()) {
                register(sample)
                        .ifPresent(register ->
                                told.add(
                                        new DeviceEvent.MeterRead(
                                                port,
                                                sample.at(),
                                                Optional.of(charge),
                                                register,
                                                Optional.empty())));
            }
        }
        transaction
                .end()
                .ifPresent(end ->
                        told.add(
                                new DeviceEvent.EnergyStopped(
                                        port,
                                        end.at(),
                                        charge,
                                        end.register().map(WattHours::new),
                                        end.reason())));
        return told;
    }

    private static Optional<WattHours> register(Sample sample) {
        return Registers.newest(List.of(sample))
                .flatMap(plain -> Registers.energy(plain.value(), plain.unit()));
    }

    /** What a status of a connector says of its port; empty: that is told otherwise. */
    public static Optional<DeviceEvent> of(PortId port, Status status) {
        Instant at = status.at();
        return Optional.ofNullable(
                switch (status.state()) {
                    case AVAILABLE -> new DeviceEvent.Free(port, at);
                    case PREPARING, OCCUPIED, FINISHING -> new DeviceEvent.Plugged(port, at);
                    case SUSPENDED_EV -> new DeviceEvent.Suspended(port, at, true);
                    case SUSPENDED_EVSE -> new DeviceEvent.Suspended(port, at, false);
                    case RESERVED, UNAVAILABLE -> new DeviceEvent.Unavailable(port, at);
                    case FAULTED -> new DeviceEvent.Faulted(port, at, status.error());
                    // That energy flows is told by the transaction, which knows for whom.
                    case CHARGING -> null;
                });
    }
}
