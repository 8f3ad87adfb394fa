package network.opencharging.node.journal;

import java.time.Clock;
import java.util.concurrent.locks.ReentrantLock;

/** How many messages passed in the last minute, and how many of them the node refused. */
public final class LastMinute {
    private static final int SECONDS = 60;

    private final Clock clock;
    private final ReentrantLock lock = new ReentrantLock();
    private final long[] second = new long[SECONDS];
    private final int[] messages = new int[SECONDS];
    private final int[] refused = new int[SECONDS];

    /**
     * What passed.
     *
     * @param messages all
     * @param refused those that the node refused
     */
    public record Counts(int messages, int refused) {}

    /** Nothing has passed yet. */
    public LastMinute(Clock clock) {
        this.clock = clock;
    }

    void count(MessageRecord message) {
        long now = message.at().getEpochSecond();
        int place = Math.floorMod(now, SECONDS);
        lock.lock();
        try {
            if (second[place] != now) {
                second[place] = now;
                messages[place] = 0;
                refused[place] = 0;
            }
            messages[place]++;
            refused[place] += message.ending().refusal().isPresent() ? 1 : 0;
        } finally {
            lock.unlock();
        }
    }

    /** Until now. */
    public Counts counts() {
        long oldest = clock.instant().getEpochSecond() - SECONDS;
        int all = 0;
        int bad = 0;
        lock.lock();
        try {
            for (int place = 0; place < SECONDS; place++) {
                if (second[place] > oldest) {
                    all += messages[place];
                    bad += refused[place];
                }
            }
        } finally {
            lock.unlock();
        }
        return new Counts(all, bad);
    }
}
