package network.opencharging.node.door;

import network.opencharging.node.message.Space;

import java.util.concurrent.locks.ReentrantLock;

/**
 * What is held in memory for the answer to one request, from the first byte that came from its
 * receiver until the last has gone out, or its caller is gone.
 */
final class HeldAnswer implements Space {
    private final Capacity capacity;
    private final ReentrantLock lock = new ReentrantLock();
    private int held;
    private boolean sent;

    HeldAnswer(Capacity capacity) {
        this.capacity = capacity;
    }

    /**
     * What comes after the answer, as with copies for many, is thrown away at once: it is only
     * looked whether there would be room.
     */
    @Override
    public boolean take(int bytes) {
        lock.lock();
        try {
            if (!capacity.reserve(bytes)) {
                return false;
            }
            if (sent) {
                capacity.free(bytes);
            } else {
                held += bytes;
            }
            return true;
        } finally {
            lock.unlock();
        }
    }

    /** The answer is out, or nobody waits for it. */
    void release() {
        lock.lock();
        try {
            capacity.free(held);
            held = 0;
            sent = true;
        } finally {
            lock.unlock();
        }
    }
}
