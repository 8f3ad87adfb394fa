package network.opencharging.tools.scenario;

import network.opencharging.protocol.json.Json;

/** How a step ended. */
sealed interface Ended {
    /**
     * As it should.
     *
     * @param seen what was answered or heard, from which values may be saved
     */
    record Well(Json seen) implements Ended {
        static final Well WITHOUT = new Well(Json.Null.NULL);
    }

    /** Not as it should. */
    record Badly(String why) implements Ended {}

    /** It could not be tried. */
    record NotTried(String why) implements Ended {}
}
