package network.opencharging.cpo.store;

import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.atomic.AtomicLong;

/**
 * What waits to be written, bounded by its letters: many short texts may wait or few long ones, so
 * that neither a burst of heartbeats is lost nor a burst of documents fills the memory.
 *
 * @param <T> what waits
 */
final class Backlog<T> {
    /** What a short one costs beside its letters. */
    private static final int EACH = 200;

    private final BlockingQueue<Item<T>> items = new LinkedBlockingQueue<>();
    private final AtomicLong letters = new AtomicLong();
    private final long most;

    /**
     * @param most so many letters may wait
     */
    Backlog(long most) {
        this.most = most;
    }

    private record Item<T>(T value, long letters) {}

    /** Lets it wait; false when there is no room, and then it does not. */
    boolean offer(T value, int text) {
        Item<T> item = new Item<>(value, text + EACH);
        if (letters.addAndGet(item.letters()) > most) {
            letters.addAndGet(-item.letters());
            return false;
        }
        return items.add(item);
    }

    /**
     * Waits for the first and takes it with those behind it.
     *
     * @param count at most so many
     * @param text at most as many letters, and one more than fits
     */
    void take(List<? super T> into, int count, long text) throws InterruptedException {
        move(items.take(), into);
        poll(into, count - 1, text);
    }

    /** Takes what waits now, within the same bounds. */
    void poll(List<? super T> into, int count, long text) {
        long taken = 0;
        for (int i = 0; i < count && taken < text; i++) {
            Item<T> item = items.poll();
            if (item == null) {
                return;
            }
            taken += item.letters();
            move(item, into);
        }
    }

    private void move(Item<T> item, List<? super T> into) {
        letters.addAndGet(-item.letters());
        into.add(item.value());
    }

    /** How many wait. */
    int size() {
        return items.size();
    }
}
