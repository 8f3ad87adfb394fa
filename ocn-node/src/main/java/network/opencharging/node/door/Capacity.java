package network.opencharging.node.door;

import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;

/**
 * How much the node takes upon itself at once. Beyond that it refuses at once, which costs little,
 * instead of letting everybody wait for what nobody can have.
 */
public final class Capacity {
    private final int mostMessages;
    private final long mostBytes;
    private final AtomicInteger messages = new AtomicInteger();
    private final AtomicLong bytes = new AtomicLong();

    /**
     * Empty.
     *
     * @param mostMessages that are passed on at the same time
     * @param mostBytes of their bodies together
     */
    public Capacity(int mostMessages, long mostBytes) {
        if (mostMessages < 1 || mostBytes < 1) {
            throw new IllegalArgumentException("mostMessages and mostBytes must be > 0");
        }
        this.mostMessages = mostMessages;
        this.mostBytes = mostBytes;
    }

    /** Takes memory for what comes in; false when there is none left. */
    boolean reserve(int more) {
        if (bytes.addAndGet(more) <= mostBytes) {
            return true;
        }
        bytes.addAndGet(-more);
        return false;
    }

    /** Gives memory back. */
    void free(int less) {
        bytes.addAndGet(-less);
    }

    /** Takes one more message; false when there are too many. */
    boolean enter() {
        if (messages.incrementAndGet() <= mostMessages) {
            return true;
        }
        messages.decrementAndGet();
        return false;
    }

    /** One message less. */
    void leave() {
        messages.decrementAndGet();
    }

    /** Messages on their way. */
    public int messages() {
        return messages.get();
    }
}
