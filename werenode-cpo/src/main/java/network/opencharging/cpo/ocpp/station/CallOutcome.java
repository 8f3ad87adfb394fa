package network.opencharging.cpo.ocpp.station;

import tools.jackson.databind.node.ObjectNode;

/** What became of a call to a station. */
public sealed interface CallOutcome {

    /** It answered. */
    record Answered(ObjectNode payload) implements CallOutcome {}

    /** It refused. */
    record Failed(String code, String description, ObjectNode details) implements CallOutcome {}

    /** It did not answer in time, or its connection broke before it did. */
    record Unanswered(String why) implements CallOutcome {}

    /** It was never sent: the station is not connected, or its queue is full. */
    record Unsent(String why) implements CallOutcome {}
}
