package network.opencharging.bridge.journal;

import java.time.Duration;
import java.time.Instant;

/**
 * A message as it is kept: who, whom, what, how it ended; names of drivers are masked in it.
 *
 * @param at when it was sent or received
 * @param took until the answer was there
 * @param direction who asked
 * @param subject who asked whom for what
 * @param ending how it ended
 * @param content what was said; empty where it is not kept
 */
public record Entry(
        Instant at,
        Duration took,
        Passage.Direction direction,
        Passage.Subject subject,
        Ending ending,
        Content content) {

    /**
     * How it ended.
     *
     * @param http the status of HTTP; 0 when there was no answer
     * @param status the status of OCPI; 0 when there was none
     * @param trouble why it did not go well; empty when it did
     */
    public record Ending(int http, int status, String trouble) {}

    /**
     * What was said.
     *
     * @param request the body of the request
     * @param answer the body of the answer
     */
    public record Content(String request, String answer) {
        /** Nothing is kept. */
        public static final Content NONE = new Content("", "");
    }

    /**
     * An entry in its place.
     *
     * @param id grows with each entry
     * @param entry the entry
     */
    public record Numbered(long id, Entry entry) {}
}
