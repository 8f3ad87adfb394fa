package network.opencharging.cpo.ocpp.frame;

import java.util.Optional;

/** What became of a text that should be a frame. */
public sealed interface FrameParsing {

    /**
     * It is one.
     *
     * @param frame what it says
     */
    record Read(Frame frame) implements FrameParsing {}

    /**
     * It is none.
     *
     * @param callId the id of the call that it tried to be; empty when it cannot be made out, or
     *     when it was an answer: answers are never answered
     * @param code what to say to its sender
     * @param why for people
     */
    record Unreadable(Optional<String> callId, ErrorCode code, String why)
            implements FrameParsing {}
}
