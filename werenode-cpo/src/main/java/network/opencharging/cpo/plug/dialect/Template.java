package network.opencharging.cpo.plug.dialect;

import tools.jackson.core.JsonPointer;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * How a plug of any other make speaks, as its owner writes it down. {@code {name}} stands for the
 * plug's name and {@code {seconds}} for the time after which it must cut itself off.
 *
 * @param on lets energy through; where its payload or path does not bear the time, {@code
 *     endsItself} must say that the plug is set to end by itself
 * @param off lets none through
 * @param ask makes it tell how it is; empty where nothing does
 * @param tells what it tells where; over HTTP in the answer to which path
 * @param endsItself the plug has a timer of its own, which each ON starts again
 */
public record Template(Say on, Say off, Optional<Say> ask, List<Tell> tells, boolean endsItself) {
    private static final int MOST_TELLS = 20;
    private static final int LONGEST = 1_000;

    /**
     * Checks that it keeps the rules.
     *
     * @throws IllegalArgumentException naming the field
     */
    public Template {
        tells = List.copyOf(tells);
        require(
                endsItself
                        || on.topic().contains("{seconds}")
                        || on.payload().contains("{seconds}"),
                "on must bear {seconds}, or endsItself must be true: a dead backend leaves no plug"
                        + " on");
        require(tells.size() <= MOST_TELLS, "tells must have at most 20 entries");
        require(
                tells.stream().anyMatch(tell -> tell.what() == What.STATE),
                "tells must have a STATE: what a plug does not say is not believed");
    }

    /** What is told. */
    public enum What {
        /** The relay, in the words {@code on} and {@code off}. */
        STATE,
        /** Whether it is there, in the words {@code on} and {@code off}. */
        PRESENCE,
        /** What flows, in watts. */
        POWER,
        /** The register, in {@code unit}. */
        ENERGY
    }

    /** What a register counts in. */
    public enum Unit {
        WATT_HOURS,
        KILOWATT_HOURS,
        WATT_MINUTES
    }

    /**
     * Something to say.
     *
     * @param topic of MQTT, or the path of HTTP
     * @param payload empty for none
     */
    public record Say(String topic, String payload) {
        /** Checks the lengths. */
        public Say {
            requireTopic(topic);
            require(payload.length() <= LONGEST, "payload must be at most 1000 long");
        }
    }

    /**
     * Something told.
     *
     * @param path a JSON pointer into the payload; empty for all of it
     * @param on the word for on, or for there
     * @param off the word for off, or for gone
     */
    public record Tell(What what, String topic, String path, String on, String off, Unit unit) {
        /** Checks the pointer and the words. */
        public Tell {
            requireTopic(topic);
            require(path.isEmpty() || isPointer(path), "path must be a JSON pointer like /a/b");
            require(
                    on.length() <= LONGEST && off.length() <= LONGEST,
                    "on and off must be at most 1000 long");
            boolean words = what == What.STATE || what == What.PRESENCE;
            require(!words || !on.equals(off), "on and off must be different words");
        }

        private static boolean isPointer(String path) {
            try {
                return JsonPointer.compile(path).length() > 0;
            } catch (IllegalArgumentException e) {
                return false;
            }
        }
    }

    /** All topics, as they are written. */
    Stream<String> topics() {
        return Stream.concat(
                Stream.concat(Stream.of(on, off), ask.stream()).map(Say::topic),
                tells.stream().map(Tell::topic));
    }

    private static void requireTopic(String topic) {
        require(!topic.isEmpty() && topic.length() <= LONGEST, "topic must be 1 to 1000 long");
        require(!topic.contains("#") && !topic.contains("+"), "topic must have no # and no +");
    }

    static void require(boolean kept, String rule) {
        if (!kept) {
            throw new IllegalArgumentException(rule);
        }
    }
}
