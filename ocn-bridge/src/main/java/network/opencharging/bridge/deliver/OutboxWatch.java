package network.opencharging.bridge.deliver;

import network.opencharging.protocol.party.PartyId;
import network.opencharging.protocol.route.ModuleId;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** What an operator sees of the outbox, and what he can do about it. */
public interface OutboxWatch {
    /** How full it is. */
    Depth depth();

    /** Every way that something waits on, or ever went: party to party, module by module. */
    List<Queue> queues();

    /**
     * The parked ones, newest first.
     *
     * @param skip so many of the newest are left out
     */
    List<Parked> parked(int limit, int skip);

    /** Tries one parked parcel again, at once; says whether it was there. */
    boolean resend(long id, Instant now);

    /** Tries all parcels parked in that time again, at once; says how many. */
    int resend(Span parked, Instant now);

    /** Gives one parked parcel up for good; says whether it was there. */
    boolean discard(long id);

    /**
     * A time range.
     *
     * @param from the first moment in it
     * @param until the first moment after it
     */
    record Span(Instant from, Instant until) {
        /** Everything since then. */
        public static Span since(Instant from) {
            return new Span(from, Instant.parse("9999-01-01T00:00:00Z"));
        }
    }

    /**
     * What goes from one party to another in one module.
     *
     * @param way between whom, and what
     * @param waiting parcels to be sent
     * @param parked parcels that somebody has to look at
     * @param oldest since when the oldest waiting parcel has its place
     * @param last what happened last
     */
    record Queue(Way way, long waiting, long parked, Optional<Instant> oldest, Last last) {}

    /**
     * Between whom, and what.
     *
     * @param from the own party
     * @param to the partner; the hub's own party for everybody
     * @param module the module
     */
    record Way(PartyId from, PartyId to, ModuleId module) {}

    /**
     * What happened last on a way.
     *
     * @param arrived when a parcel arrived
     * @param failed when one did not
     * @param why it did not, in the words that were answered; empty when all did
     */
    record Last(Optional<Instant> arrived, Optional<Instant> failed, String why) {
        /** Nothing yet. */
        public static final Last NEVER = new Last(Optional.empty(), Optional.empty(), "");
    }
}
