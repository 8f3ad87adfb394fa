package network.opencharging.bridge.deliver;

import java.time.Instant;

/** What came of an attempt to deliver a parcel. */
public sealed interface Came {
    /** The parcel that was tried. */
    Waiting waiting();

    /** When it was known. */
    Instant at();

    /** It has arrived. */
    record Arrived(Waiting waiting, Instant at) implements Came {}

    /**
     * It is tried again.
     *
     * @param next when
     * @param why it did not arrive
     */
    record Again(Waiting waiting, Instant at, Instant next, String why) implements Came {}

    /**
     * It sets out, and must not set out a second time whatever happens to this process meanwhile;
     * what came of it is told by another one of these.
     *
     * @param why what is to be known of it when nothing else is told
     */
    record SetOut(Waiting waiting, Instant at, String why) implements Came {}

    /**
     * It is not tried again until somebody says so.
     *
     * @param why it did not arrive
     */
    record Parked(Waiting waiting, Instant at, String why) implements Came {}
}
