package network.opencharging.tools.simulate.station;

/**
 * What somebody charges with.
 *
 * @param text case does not matter
 * @param kind as 2.0.1 names it
 */
public record Token(String text, String kind) {
    /** A card. */
    public static Token card(String text) {
        return new Token(text, "ISO14443");
    }

    /** Whether both are the same to a station. */
    public boolean is(Token other) {
        return text.equalsIgnoreCase(other.text);
    }
}
