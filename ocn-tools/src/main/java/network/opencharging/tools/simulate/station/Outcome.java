package network.opencharging.tools.simulate.station;

import tools.jackson.databind.node.ObjectNode;

/** What became of a call. */
public sealed interface Outcome {
    /** It was answered. */
    record Answered(ObjectNode payload) implements Outcome {}

    /** It was refused. */
    record Refused(String code, String description) implements Outcome {}

    /** Nobody answered in time. */
    record Unanswered() implements Outcome {}

    /** It was never sent: nobody is there. */
    record Unsent() implements Outcome {}
}
