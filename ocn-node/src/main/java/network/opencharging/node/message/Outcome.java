package network.opencharging.node.message;

/** How the way of a message ended. */
public sealed interface Outcome {
    /**
     * The receiver answered, whatever it said.
     *
     * @param reply what the caller gets
     * @param asked from whom and for whom it was, in the end
     */
    record Answered(Reply reply, Routing asked) implements Outcome {}

    /**
     * The node refused, or could not get an answer.
     *
     * @param refusal why
     */
    record Declined(Refusal refusal) implements Outcome {}
}
