package network.opencharging.node.plugin;

/**
 * Sees messages after they have passed, with their content: only those all of whose parties at this
 * node have consented to it by name (docs/plug-ins.md). A bean of this type is offered to them.
 */
public interface MessageObserver {
    /** Under what parties consent to it: 1 to 64 lower-case letters, digits and hyphens. */
    String name();

    /** What it does with what it sees, for the party that is to consent. */
    String purpose();

    /** A message has passed. Called off the message's way, by one thread. */
    void saw(ObservedMessage message);
}
