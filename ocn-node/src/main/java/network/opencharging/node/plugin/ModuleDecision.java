package network.opencharging.node.plugin;

import network.opencharging.protocol.json.Json;
import network.opencharging.protocol.message.Body;
import network.opencharging.protocol.message.OcpiStatus;

import java.util.Optional;

/** What becomes of a request for a plugged-in module. */
public sealed interface ModuleDecision {
    /**
     * The node answers it, with HTTP 200 and status 1000.
     *
     * @param data the content of the envelope, if any
     */
    record Answered(Optional<Json> data) implements ModuleDecision {}

    /** It goes on to its receiver as it is. */
    record PassedOn() implements ModuleDecision {}

    /**
     * It goes on to its receiver with another body; not possible where the sender has signed.
     *
     * @param body JSON
     */
    record PassedOnAs(Body body) implements ModuleDecision {}

    /**
     * It is refused.
     *
     * @param status of the 2xxx or 3xxx
     * @param sentence what is wrong and what to do, for the sender
     */
    record Declined(OcpiStatus status, String sentence) implements ModuleDecision {}
}
