package network.opencharging.tools.report;

import java.time.Duration;

/**
 * Something that was tried.
 *
 * @param group what it belongs to
 * @param name what was tried
 * @param took how long
 * @param end how it ended
 * @param why it failed or was skipped; empty when it passed
 */
public record Trial(String group, String name, Duration took, End end, String why) {
    /** How something that was tried can end. */
    public enum End {
        /** As it should. */
        PASSED,
        /** Otherwise. */
        FAILED,
        /** It could not be tried. */
        SKIPPED
    }
}
