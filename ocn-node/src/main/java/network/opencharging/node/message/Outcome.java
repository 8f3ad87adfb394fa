package network.opencharging.node.message;

/** How the way of a message ended. */
public sealed interface Outcome {
    /**
     * The receiver answered, whatever it said.
     *
     * @param reply what the caller gets
     */
    record Answered(Reply reply) implements Outcome {}

    /**
     * The node refused, or could not get an answer.
     *
     * @param refusal why
     */
    record Declined(Refusal refusal) implements Outcome {}
}
