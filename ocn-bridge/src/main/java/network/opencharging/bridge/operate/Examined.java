package network.opencharging.bridge.operate;

import network.opencharging.protocol.json.Json;

import java.util.Locale;

/**
 * What one look has found.
 *
 * @param name what was looked at
 * @param state how it is
 * @param found what was found, in a sentence
 * @param cure what to do about it; empty when nothing is to be done
 */
public record Examined(String name, State state, String found, String cure) {

    /** How it is. */
    public enum State {
        /** As it must be. */
        GOOD,
        /** It works, but somebody should know. */
        DOUBTFUL,
        /** It does not work. */
        BAD
    }

    /** As it must be. */
    public static Examined good(String name, String found) {
        return new Examined(name, State.GOOD, found, "");
    }

    /** It works, but somebody should know. */
    public static Examined doubtful(String name, String found, String cure) {
        return new Examined(name, State.DOUBTFUL, found, cure);
    }

    /** It does not work. */
    public static Examined bad(String name, String found, String cure) {
        return new Examined(name, State.BAD, found, cure);
    }

    Json.Obj json() {
        return Json.Obj.EMPTY
                .with("name", name)
                .with("state", state.name().toLowerCase(Locale.ROOT))
                .with("found", found)
                .with("cure", cure);
    }
}
