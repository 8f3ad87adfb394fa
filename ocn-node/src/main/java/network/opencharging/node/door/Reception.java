package network.opencharging.node.door;

import network.opencharging.node.message.Received;
import network.opencharging.node.message.Refusal;

/** Whether what stands at a door is a message at all. */
sealed interface Reception {
    /** It is. */
    record Accepted(Received received) implements Reception {}

    /** It is not. */
    record Declined(Refusal refusal) implements Reception {}
}
