package network.opencharging.cpo.device;

import network.opencharging.bridge.unit.Watts;

import java.util.List;
import java.util.Optional;
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

    /** Ends a charge, whether it was ordered or began at the device. */
    CompletableFuture<Outcome> stop(DeviceEvent.Charge charge);

    /**
     * What was told of a charge, as far as it is kept: how it began, what its meter last showed,
     * how it ended. For whoever may have missed it; the same is told in the same words. Empty: the
     * device knows nothing of it.
     *
     * @param charge with an empty transaction where only its session is known
     */
    List<DeviceEvent> told(DeviceEvent.Charge charge);

    /** How it last said that it is: free, plugged in, suspended, faulted or unavailable. */
    Optional<DeviceEvent> last();

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
