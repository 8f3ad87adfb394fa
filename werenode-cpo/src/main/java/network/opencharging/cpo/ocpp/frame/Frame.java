package network.opencharging.cpo.ocpp.frame;

import tools.jackson.databind.node.ObjectNode;

/** One frame of OCPP-J (1.6J §4.2, 2.0.1 part 4 §4.2). */
public sealed interface Frame {

    /** The message's id, by which an answer finds its call. */
    String id();

    /**
     * Somebody wants something.
     *
     * @param action what
     * @param payload with what
     */
    record Call(String id, String action, ObjectNode payload) implements Frame {}

    /**
     * It was done.
     *
     * @param payload what came of it
     */
    record CallResult(String id, ObjectNode payload) implements Frame {}

    /**
     * It was not done.
     *
     * @param code one of {@link ErrorCode}'s words, or what the peer made up
     * @param description for people
     * @param details more, mostly empty
     */
    record CallError(String id, String code, String description, ObjectNode details)
            implements Frame {}
}
