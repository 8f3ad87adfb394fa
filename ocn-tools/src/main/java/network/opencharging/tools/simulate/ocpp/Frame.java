package network.opencharging.tools.simulate.ocpp;

import tools.jackson.databind.node.ObjectNode;

/** One frame of OCPP-J (1.6J §4.2, 2.0.1 part 4 §4.2). */
public sealed interface Frame {
    /** By which an answer finds its call. */
    String id();

    /** Somebody wants something. */
    record Call(String id, String action, ObjectNode payload) implements Frame {}

    /** It was done. */
    record Result(String id, ObjectNode payload) implements Frame {}

    /**
     * It was not done.
     *
     * @param code one of {@link Trouble}'s words, or what the peer made up
     * @param description for people
     */
    record Refused(String id, String code, String description) implements Frame {}
}
