package network.opencharging.tools.conformance.suite;

import network.opencharging.tools.wire.Heard;

/** How a case ended. */
public sealed interface Verdict {
    /** The system does as OCPI demands. */
    record Passed() implements Verdict {}

    /**
     * It does not.
     *
     * @param why what was demanded and what came
     */
    record Failed(String why) implements Verdict {}

    /**
     * It cannot be told.
     *
     * @param why what is missing
     */
    record Skipped(String why) implements Verdict {}

    /** Passed when that holds, otherwise failed with the sentence. */
    static Verdict that(boolean holds, String otherwise) {
        return holds ? new Passed() : new Failed(otherwise);
    }

    /** As {@link #that(boolean, String)}, with what was asked and answered. */
    static Verdict that(boolean holds, Heard heard, String otherwise) {
        return that(holds, "%s: %s; %s".formatted(heard.asked(), heard.summary(), otherwise));
    }

    /** Cannot be told. */
    static Verdict skipped(String why) {
        return new Skipped(why);
    }
}
