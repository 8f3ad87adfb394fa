package network.opencharging.cpo.ocpp.station;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.Executor;
import java.util.function.Consumer;

/** A station's frames, worked on one after the other in the order in which they came. */
final class Inbox {
    private final Executor workers;
    private final Consumer<String> work;
    private final int most;
    private final Deque<String> waiting = new ArrayDeque<>();
    private boolean working;

    /**
     * @param most so many may wait
     */
    Inbox(Executor workers, Consumer<String> work, int most) {
        this.workers = workers;
        this.work = work;
        this.most = most;
    }

    /** Takes a frame; false when too many wait already. */
    boolean add(String text) {
        synchronized (waiting) {
            if (waiting.size() >= most) {
                return false;
            }
            waiting.add(text);
            if (working) {
                return true;
            }
            working = true;
        }
        workers.execute(this::drain);
        return true;
    }

    private void drain() {
        for (String text = next(); !text.isEmpty(); text = next()) {
            work.accept(text);
        }
    }

    /** The next one, or an empty text after which nobody works any more. */
    private String next() {
        synchronized (waiting) {
            String text = waiting.poll();
            if (text == null) {
                working = false;
                return "";
            }
            return text;
        }
    }
}
