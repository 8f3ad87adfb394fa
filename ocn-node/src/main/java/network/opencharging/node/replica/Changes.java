package network.opencharging.node.replica;

import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.locks.ReentrantLock;

/** Follows what other processes write: whoever holds a topic in memory is told to read again. */
public final class Changes {
    private final ChangeBook book;
    private final Map<Topic, Runnable> holders;
    private final Map<Topic, Long> seen = new EnumMap<>(Topic.class);
    private final ReentrantLock looking = new ReentrantLock();

    /**
     * Follows this book.
     *
     * @param holders reads a topic again; every topic has one
     * @throws IllegalArgumentException when nobody reads a topic again
     */
    public Changes(ChangeBook book, Map<Topic, Runnable> holders) {
        if (!holders.keySet().containsAll(EnumSet.allOf(Topic.class))) {
            throw new IllegalArgumentException("of " + holders.keySet() + " some are missing");
        }
        this.book = book;
        this.holders = Map.copyOf(holders);
    }

    /**
     * Looks what is new. What could not be read again is looked at the next time; the first time
     * everything is read again, because nobody knows what was written since it was read.
     */
    public void look() {
        looking.lock();
        try {
            book.numbers().forEach(this::follow);
        } finally {
            looking.unlock();
        }
    }

    private void follow(Topic topic, long number) {
        if (number > seen.getOrDefault(topic, -1L)) {
            Objects.requireNonNull(holders.get(topic)).run();
            seen.put(topic, number);
        }
    }
}
