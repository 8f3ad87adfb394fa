package network.opencharging.tools.scenario;

import network.opencharging.protocol.json.Json;
import network.opencharging.tools.mock.script.Deed;
import network.opencharging.tools.yaml.Spot;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;

/**
 * A step of a scenario.
 *
 * @param name what happens, in words
 * @param spot where it is written
 * @param act what is done or waited for
 * @param saves names and the places whose values they stand for afterwards
 * @param live what a person is asked to do when a live system stands in the actor's place
 */
record Step(String name, Spot spot, Act act, Map<String, String> saves, Optional<String> live) {
    Step {
        saves = Map.copyOf(saves);
    }

    /** What is done or waited for. */
    sealed interface Act {}

    /** A party registers at another; without a place at the system. */
    record Register(String who, Optional<String> at) implements Act {}

    /** A party renews its tokens. */
    record Renew(String who) implements Act {}

    /** A party ends its registration. */
    record Leave(String who) implements Act {}

    /** A mock does something. */
    record Perform(String as, Deed deed, Wanted wanted) implements Act {}

    /** A mock must hear something. */
    record Hear(String at, Sound sound, Duration within) implements Act {}

    /** A mock must not hear something. */
    record Silence(String at, Sound sound, Duration within) implements Act {}

    /** A mock must have an object like this. */
    record Have(String at, String kind, Json like, Duration within) implements Act {}

    /** Time is put forward; what is due by then happens. */
    record Advance(Duration by) implements Act {}

    /**
     * What an answer must be like.
     *
     * @param http the HTTP status; empty: 2xx
     * @param status the status of OCPI; empty: 1xxx
     * @param data what the data must be like
     * @param any whether everything is welcome, even no answer
     */
    record Wanted(
            Optional<Integer> http, Optional<Integer> status, Optional<Json> data, boolean any) {
        static final Wanted SUCCESS =
                new Wanted(Optional.empty(), Optional.empty(), Optional.empty(), false);
    }

    /**
     * A request that may be heard.
     *
     * @param method with this method
     * @param module to this module
     * @param path whose path ends with this
     * @param body whose body is like this
     */
    record Sound(
            Optional<String> method,
            Optional<String> module,
            Optional<String> path,
            Optional<Json> body) {}
}
