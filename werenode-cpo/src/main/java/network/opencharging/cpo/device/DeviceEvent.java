package network.opencharging.cpo.device;

import network.opencharging.bridge.unit.WattHours;

import java.time.Instant;
import java.util.Optional;

/** What a device tells of a port. */
public sealed interface DeviceEvent {

    /** Which port. */
    PortId port();

    /** When it happened, by the device's clock where it has one. */
    Instant at();

    /** An order would reach it again. */
    record Online(PortId port, Instant at) implements DeviceEvent {}

    /** No order reaches it. */
    record Offline(PortId port, Instant at) implements DeviceEvent {}

    /** Nothing is connected and nothing stands in the way. */
    record Free(PortId port, Instant at) implements DeviceEvent {}

    /** A vehicle is there. */
    record Plugged(PortId port, Instant at) implements DeviceEvent {}

    /**
     * Energy may flow.
     *
     * @param charge for whom
     * @param register the meter at that moment; empty where there is none
     */
    record EnergyStarted(PortId port, Instant at, Charge charge, Optional<WattHours> register)
            implements DeviceEvent {}

    /**
     * The meter shows.
     *
     * @param charge in whose course; empty outside of any
     * @param register what it shows
     * @param signed the same as a document that the meter signed, byte for byte
     */
    record MeterRead(
            PortId port,
            Instant at,
            Optional<Charge> charge,
            WattHours register,
            Optional<String> signed)
            implements DeviceEvent {}

    /**
     * The session goes on and no energy flows.
     *
     * @param byVehicle the vehicle wants none; otherwise the device gives none
     */
    record Suspended(PortId port, Instant at, boolean byVehicle) implements DeviceEvent {}

    /**
     * No energy flows any more for this charge.
     *
     * @param register the meter at that moment; empty where there is none
     * @param reason in the device's words
     */
    record EnergyStopped(
            PortId port, Instant at, Charge charge, Optional<WattHours> register, String reason)
            implements DeviceEvent {}

    /**
     * It is out of order.
     *
     * @param code in the device's words
     */
    record Faulted(PortId port, Instant at, String code) implements DeviceEvent {}

    /** It was put out of use, or is kept for somebody. */
    record Unavailable(PortId port, Instant at) implements DeviceEvent {}

    /**
     * For whom energy flows.
     *
     * @param session the order's session; empty when it was begun at the device
     * @param transaction the device's or the backend's own name for it, unique for the device
     * @param token who charges; empty when the device did not say
     */
    record Charge(Optional<String> session, String transaction, Optional<String> token) {}
}
