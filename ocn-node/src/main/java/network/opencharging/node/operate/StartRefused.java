package network.opencharging.node.operate;

/** The node will not start: the message is one sentence that says what to change. */
public final class StartRefused extends RuntimeException {
    /** Why. */
    public StartRefused(String sentence) {
        super(sentence);
    }

    /** Why, and what it was found by. */
    public StartRefused(String sentence, Throwable cause) {
        super(sentence, cause);
    }
}
