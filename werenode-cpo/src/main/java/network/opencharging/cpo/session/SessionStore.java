package network.opencharging.cpo.session;

import network.opencharging.cpo.effect.Effect;
import network.opencharging.cpo.unit.SessionId;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/**
 * Sessions, kept: the event that is heard, what the session becomes and what is to be done go into
 * one database transaction, or none of them.
 */
public interface SessionStore {

    /** Stores a new one. */
    Opened open(ChargeSession fresh, List<Effect> effects);

    /** What became of a new one. */
    sealed interface Opened {
        /** It is stored. */
        record Stored(ChargeSession session) implements Opened {}

        /** Another session occupies its port. */
        record Occupied() implements Opened {}
    }

    /**
     * Decides about an event and stores all of it. One after the other for a session, whichever
     * process asks.
     */
    Heard hear(SessionId id, SessionEvent event, Function<ChargeSession, Decision> decide);

    /** What became of an event. */
    sealed interface Heard {
        /** It was decided, and stored. */
        record Changed(ChargeSession before, ChargeSession after, Optional<String> complaint)
                implements Heard {}

        /** It was heard before, and has had its effect. */
        record Known() implements Heard {}

        /** There is no such session. */
        record Unknown() implements Heard {}
    }

    /** The session of that name. */
    Optional<ChargeSession> find(SessionId id);

    /** All that occupy a port. */
    List<ChargeSession> occupying();

    /** The newest ones that fit, newest change first. */
    List<ChargeSession> list(Wish wish);

    /** How many fit. */
    long count(Wish wish);

    /** What a session heard, oldest first. */
    List<Entry> journal(SessionId id);

    /**
     * Which sessions are wanted.
     *
     * @param emsp whose drivers'; empty: all
     * @param word the name of a phase; empty: all
     * @param from changed then or later
     * @param until changed before then
     * @param onlyBegun those only in which energy flowed
     * @param locations at these only; empty: anywhere
     * @param offset how many to pass over
     * @param limit how many at most
     */
    record Wish(
            Optional<String> emsp,
            Optional<String> word,
            Optional<Instant> from,
            Optional<Instant> until,
            boolean onlyBegun,
            Optional<Set<String>> locations,
            int offset,
            int limit) {
        /** The newest of all. */
        public static Wish newest(int limit) {
            return new Wish(
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty(),
                    false,
                    Optional.empty(),
                    0,
                    limit);
        }
    }

    /**
     * Something that was heard.
     *
     * @param at when it was stored
     * @param event its key
     * @param phase what the session was afterwards
     * @param text what it said
     * @param complaint why it did not belong there; empty: it did
     */
    record Entry(Instant at, String event, String phase, String text, Optional<String> complaint) {}
}
