package network.opencharging.bridge.backoffice;

/**
 * What a backoffice says to an object that it was given. It answers when it has the object safe:
 * the partner is told so, and will not send it again.
 */
public sealed interface Verdict {
    /** The object is stored. */
    record Kept() implements Verdict {}

    /** The object is stored. */
    static Verdict kept() {
        return new Kept();
    }

    /**
     * The object is not wanted.
     *
     * @param reason a sentence for the partner
     */
    record Refused(String reason) implements Verdict {}
}
