package network.opencharging.node.message;

/**
 * First stage: it came in.
 *
 * @param arrival through which door
 * @param message what it says
 */
public record Received(Arrival arrival, Message message) {}
