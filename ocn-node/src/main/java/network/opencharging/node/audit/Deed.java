package network.opencharging.node.audit;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

/**
 * Something that somebody did, or tried to do.
 *
 * @param at when it began
 * @param who the name of the administrator; {@value #NOBODY} where none was known
 * @param way {@code KEY} or {@code SESSION}; empty where nobody was known
 * @param from the address it came from
 * @param what method and path, without query
 * @param outcome how it ended
 */
public record Deed(
        Instant at, String who, Optional<String> way, String from, String what, Outcome outcome) {
    /** Who is not known. */
    public static final String NOBODY = "-";

    private static final int LONGEST = 512;

    /** Keeps milliseconds, and no more of a path than says what was meant. */
    public Deed {
        at = at.truncatedTo(ChronoUnit.MILLIS);
        what = shortened(what);
    }

    /**
     * How it ended.
     *
     * @param status the HTTP status of the answer; empty while it is under way, or where the
     *     process ended in the middle of it
     * @param note what else there is to say: which platform, which parties
     */
    public record Outcome(Optional<Integer> status, Optional<String> note) {
        /** Not known yet. */
        public static final Outcome OPEN = new Outcome(Optional.empty(), Optional.empty());

        /** Keeps no more of the note than can be stored. */
        public Outcome {
            note = note.map(Deed::shortened);
        }
    }

    private static String shortened(String text) {
        return text.length() <= LONGEST ? text : text.substring(0, LONGEST);
    }
}
