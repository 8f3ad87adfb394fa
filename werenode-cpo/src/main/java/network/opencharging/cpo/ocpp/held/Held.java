package network.opencharging.cpo.ocpp.held;

import java.time.Instant;
import java.util.Optional;

/**
 * One thing that a station should hold.
 *
 * @param key which one
 * @param there what the station has acknowledged; empty as long as it acknowledged none
 * @param wanted what it was sent and did not acknowledge; empty where nothing is open
 * @param standing how far the last that it was sent has come
 * @param end when it is over by itself
 * @param at when it last changed here
 */
public record Held(
        Key key,
        Optional<Content> there,
        Optional<Content> wanted,
        Standing standing,
        End end,
        Instant at) {

    /** What kind of thing it is. */
    public enum Kind {
        /** Its list of tokens; each station has one at most. */
        LOCAL_LIST,
        /** A connector kept free for somebody. */
        RESERVATION,
        /** A limit. */
        CHARGING_PROFILE
    }

    /**
     * Which one.
     *
     * @param name the thing's own number; of the list always {@link #LIST}
     */
    public record Key(String station, Kind kind, String name) {
        /** The name of every local list. */
        public static final String LIST = "list";

        static Key list(String station) {
            return new Key(station, Kind.LOCAL_LIST, LIST);
        }

        static Key reservation(String station, int id) {
            return new Key(station, Kind.RESERVATION, Integer.toString(id));
        }

        static Key profile(String station, int id) {
            return new Key(station, Kind.CHARGING_PROFILE, Integer.toString(id));
        }
    }

    /**
     * What it is.
     *
     * @param version of a list; 0 of anything else
     * @param text an object of JSON: of a list its entries by token, else the payload that was sent
     */
    public record Content(int version, String text) {}

    /** How far it has come. */
    public enum State {
        /** It was sent, and the station did not answer yet. */
        SENT,
        /** The station has acknowledged it. */
        HELD,
        /** The station did not want it. */
        REFUSED,
        /** The station did not answer: it may hold it or not. */
        UNKNOWN
    }

    /**
     * How far it has come.
     *
     * @param said the station's own word, or why there is none
     */
    public record Standing(State state, String said) {}

    /**
     * When it is over by itself.
     *
     * @param until after this moment
     * @param transaction with the transaction of this name
     */
    public record End(Optional<Instant> until, Optional<String> transaction) {
        static final End NEVER = new End(Optional.empty(), Optional.empty());
    }

    /** It was sent this. */
    Held sent(Content content, End last, Instant now) {
        return new Held(key, there, Optional.of(content), new Standing(State.SENT, ""), last, now);
    }

    /** The station has it as it was sent. */
    Held acknowledged(String said, Instant now) {
        return new Held(
                key,
                wanted.isPresent() ? wanted : there,
                Optional.empty(),
                new Standing(State.HELD, said),
                end,
                now);
    }

    /** It stands otherwise. */
    Held standing(State state, String said, Instant now) {
        return new Held(key, there, wanted, new Standing(state, said), end, now);
    }

    /** It is as it was before it was sent something. */
    Held asBefore(End last, String said, Instant now) {
        return new Held(key, there, Optional.empty(), new Standing(State.HELD, said), last, now);
    }

    /** What it should be: what was last sent, unless the station refused that. */
    Optional<Content> due() {
        return standing.state() == State.REFUSED || wanted.isEmpty() ? there : wanted;
    }
}
