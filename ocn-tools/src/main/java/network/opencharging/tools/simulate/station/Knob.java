package network.opencharging.tools.simulate.station;

import java.util.Optional;

/**
 * Something that can be read, and perhaps set, at a station.
 *
 * @param name as its version names it; of 2.0.1 component and variable with a slash between them
 * @param initial its value at the beginning
 * @param form which values it may have
 * @param meaning what the simulated station makes of it; empty: nothing
 */
public record Knob(
        String name, String initial, boolean writable, Form form, Optional<Meaning> meaning) {
    /** Which values it may have. */
    public enum Form {
        NUMBER,
        TRUTH,
        TEXT;

        boolean fits(String value) {
            return switch (this) {
                case NUMBER -> value.matches("[0-9]{1,9}");
                case TRUTH -> value.equalsIgnoreCase("true") || value.equalsIgnoreCase("false");
                case TEXT -> value.length() <= 500;
            };
        }
    }

    /** What the simulated station heeds. */
    public enum Meaning {
        HEARTBEAT_SECONDS,
        SAMPLE_SECONDS,
        PLUG_SECONDS,
        OFFLINE_UNKNOWN,
        STOP_ON_INVALID,
        AUTHORIZE_REMOTE,
        LOCAL_FIRST
    }

    /** One that can be read only. */
    public static Knob shown(String name, String value) {
        return new Knob(name, value, false, Form.TEXT, Optional.empty());
    }

    /** One that can be set and means nothing here. */
    public static Knob set(String name, String value, Form form) {
        return new Knob(name, value, true, form, Optional.empty());
    }

    /** One that is heeded. */
    public static Knob heeded(String name, String value, Form form, Meaning meaning) {
        return new Knob(name, value, true, form, Optional.of(meaning));
    }
}
