package network.opencharging.node.relay;

import java.util.ArrayDeque;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.RejectedExecutionException;

/**
 * Work in lanes: what is in the same lane is done one after the other, in the order in which it
 * came; lanes go on side by side.
 */
final class Lanes {
    private final ExecutorService threads;
    private final Map<Object, Queue<Runnable>> waiting = new HashMap<>();

    /**
     * No lane yet.
     *
     * @param threads one for each lane that has work
     */
    Lanes(ExecutorService threads) {
        this.threads = threads;
    }

    /**
     * Something to be done.
     *
     * @param lane what has equal lanes is done in its order
     * @param work tells by itself what goes wrong
     */
    void add(Object lane, Runnable work) {
        synchronized (waiting) {
            Queue<Runnable> others = waiting.get(lane);
            if (others != null) {
                others.add(work);
                return;
            }
            waiting.put(lane, new ArrayDeque<>());
        }
        try {
            threads.execute(() -> drive(lane, work));
        } catch (RejectedExecutionException e) {
            end(lane);
            throw e;
        }
    }

    private void drive(Object lane, Runnable first) {
        Optional<Runnable> next = Optional.of(first);
        try {
            while (next.isPresent()) {
                next.get().run();
                next = next(lane);
            }
        } finally {
            if (next.isPresent()) {
                end(lane);
            }
        }
    }

    /** What broke its thread takes what waits behind it along, but not what comes later. */
    private void end(Object lane) {
        synchronized (waiting) {
            waiting.remove(lane);
        }
    }

    private Optional<Runnable> next(Object lane) {
        synchronized (waiting) {
            Optional<Runnable> next = Optional.ofNullable(waiting.get(lane)).map(Queue::poll);
            if (next.isEmpty()) {
                waiting.remove(lane);
            }
            return next;
        }
    }

    /** How many have work. */
    int busy() {
        synchronized (waiting) {
            return waiting.size();
        }
    }
}
