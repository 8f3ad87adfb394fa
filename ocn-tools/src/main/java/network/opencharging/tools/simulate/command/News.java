package network.opencharging.tools.simulate.command;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

/** The newest of what happened, as many lines as are always there. */
final class News {
    private static final int SHOWN = 8;

    private final Deque<String> newest = new ArrayDeque<>();

    synchronized void add(String sentence) {
        newest.addLast(sentence);
        if (newest.size() > SHOWN) {
            newest.removeFirst();
        }
    }

    synchronized List<String> lines() {
        List<String> lines = new ArrayList<>(newest);
        while (lines.size() <= SHOWN) {
            lines.add("");
        }
        return lines;
    }
}
