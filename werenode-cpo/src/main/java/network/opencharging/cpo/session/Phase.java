package network.opencharging.cpo.session;

import java.time.Instant;
import java.util.Optional;

/** How far a session is. */
public sealed interface Phase {

    /**
     * The EVSE is kept for the driver.
     *
     * @param reservation the eMSP's id of it
     * @param until when it is given up
     */
    record Reserved(String reservation, Instant until) implements Phase {}

    /**
     * Energy was ordered; the device did not answer yet.
     *
     * @param until when the start is given up
     */
    record Ordered(Instant until) implements Phase {}

    /**
     * The device will give energy, as soon as a vehicle is there.
     *
     * @param until when the start is given up
     */
    record Promised(Instant until) implements Phase {}

    /** Energy flows. */
    record Delivering() implements Phase {}

    /**
     * It goes on and nothing flows.
     *
     * @param byVehicle the vehicle wants nothing; otherwise the device gives nothing
     */
    record Suspended(boolean byVehicle) implements Phase {}

    /**
     * The device was told to end it.
     *
     * @param why the reason
     * @param command the partner's command that waits for an answer
     * @param until when it is told again
     * @param attempt how often it was told
     */
    record Stopping(StopReason why, Optional<String> command, Instant until, int attempt)
            implements Phase {}

    /** It is over, and its CDR is not written yet. */
    record Ended(StopReason why) implements Phase {}

    /**
     * Nothing happens any more.
     *
     * @param why it ended
     * @param cdr its CDR's id; empty: there was nothing to bill
     */
    record Closed(StopReason why, Optional<String> cdr) implements Phase {}

    /**
     * No energy ever flowed.
     *
     * @param why a sentence
     */
    record Failed(String why) implements Phase {}

    /** Whether the EVSE is taken by it. */
    default boolean occupies() {
        return switch (this) {
            case Reserved _, Ordered _, Promised _, Delivering _, Suspended _, Stopping _ -> true;
            case Ended _, Closed _, Failed _ -> false;
        };
    }

    /** Whether nothing is left to do. */
    default boolean isOver() {
        return this instanceof Closed || this instanceof Failed;
    }

    /** Its name, for people and for columns. */
    default String word() {
        return switch (this) {
            case Reserved _ -> "RESERVED";
            case Ordered _ -> "ORDERED";
            case Promised _ -> "PROMISED";
            case Delivering _ -> "DELIVERING";
            case Suspended _ -> "SUSPENDED";
            case Stopping _ -> "STOPPING";
            case Ended _ -> "ENDED";
            case Closed _ -> "CLOSED";
            case Failed _ -> "FAILED";
        };
    }
}
