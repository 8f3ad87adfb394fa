package network.opencharging.cpo.device;

import network.opencharging.bridge.unit.Watts;

import java.util.concurrent.CompletableFuture;

/**
 * Something that gives energy to one vehicle. No order waits: the answer comes later and is always
 * an {@link Outcome}, never an exception.
 */
public interface ChargePort {

    /** Which one it is. */
    PortId id();

    /** Gives energy for a session. */
    CompletableFuture<Outcome> start(StartOrder order);

    /** Ends the energy of a session, by the name that {@link #start} was given. */
    CompletableFuture<Outcome> stop(String session);

    /** Wants the register now; it comes as {@link DeviceEvent.MeterRead}. */
    CompletableFuture<Outcome> readMeter();

    /** Opens the lock of its socket. */
    CompletableFuture<Outcome> unlock();

    /** The most that may flow from now on, for whichever session. */
    CompletableFuture<Outcome> limit(Watts most);

    /** Whether it is there, and what it can. */
    Health health();

    /**
     * How a port is.
     *
     * @param online an order would reach it
     * @param metered it counts energy; where it does not, only time can be sold
     */
    record Health(boolean online, boolean metered) {}
}
