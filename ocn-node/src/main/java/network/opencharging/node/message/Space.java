package network.opencharging.node.message;

/**
 * Memory for what comes back for one message. It is given back when the message's own answer has
 * gone out: until then the answer is held.
 */
public interface Space {
    /** As much as there is. */
    Space ENDLESS = _ -> true;

    /** Takes memory for so many bytes more; false when the node has none left for them. */
    boolean take(int bytes);
}
