package network.opencharging.node.message;

/**
 * Seventh stage: it is ready for the next hop.
 *
 * @param resolved the stage before
 * @param message the message as it goes out
 * @param destination where it goes
 */
public record Outbound(Resolved resolved, Message message, Destination destination) {}
