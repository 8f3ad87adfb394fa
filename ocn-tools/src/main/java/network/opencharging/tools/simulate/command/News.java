package network.opencharging.tools.simulate.command;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

/** The newest of what happened. */
final class News {
    private static final int SHOWN = 30;

    private final Deque<String> newest = new ArrayDeque<>();

    synchronized void add(String sentence) {
        newest.addLast(sentence);
        if (newest.size() > SHOWN) {
            newest.removeFirst();
        }
    }

    synchronized List<String> lines() {
        return new ArrayList<>(newest);
    }
}
