package network.opencharging.bridge.model;

import java.util.Locale;

/**
 * A text that keeps its spelling and compares without case (OCPI 2.2.1 §16.1 {@code CiString}).
 *
 * @param text the text as it was written
 */
public record CiString(String text) {

    /** The value of that text. */
    public static CiString of(String text) {
        return new CiString(text);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof CiString(String that) && text.equalsIgnoreCase(that);
    }

    @Override
    public int hashCode() {
        return text.toLowerCase(Locale.ROOT).hashCode();
    }

    @Override
    public String toString() {
        return text;
    }
}
