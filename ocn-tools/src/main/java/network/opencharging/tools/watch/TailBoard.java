package network.opencharging.tools.watch;

import network.opencharging.tools.live.Cell;
import network.opencharging.tools.live.Picture;
import network.opencharging.tools.terminal.Printable;

import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import java.util.TreeMap;

/** The picture of what passes: counts above, the newest messages below. */
final class TailBoard implements Picture {
    private static final int KEPT = 500;
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("HH:mm:ss.SSS").withZone(ZoneOffset.UTC);

    private final Map<String, String> nodes = new TreeMap<>();
    private final Deque<News.Passed> newest = new ArrayDeque<>();
    private long passed;
    private long bad;
    private boolean onlyBad;

    /** Takes what is new into the picture. */
    synchronized void note(News news) {
        switch (news) {
            case News.Begun(Watched node) -> nodes.put(node.name(), "followed");
            case News.Lost(Watched node, String why, long seconds) ->
                    nodes.put(
                            node.name(), "lost (%s), asked again in %d s".formatted(why, seconds));
            case News.Missed(Watched node, String count) ->
                    nodes.put(node.name(), "followed; %s too many to tell".formatted(count));
            case News.Passed message -> {
                passed++;
                bad += message.message().isGood() ? 0 : 1;
                newest.addFirst(message);
                if (newest.size() > KEPT) {
                    newest.removeLast();
                }
            }
        }
    }

    @Override
    public synchronized List<String> head() {
        List<String> lines = new ArrayList<>();
        nodes.forEach((name, state) -> lines.add(Printable.of("%s  %s".formatted(name, state))));
        lines.add("%d messages, %d of them not well".formatted(passed, bad));
        lines.add("");
        return lines;
    }

    @Override
    public List<String> columns() {
        return List.of(
                "UTC", "NODE", "FROM", "TO", "WHAT", "SIGNED", "OUTCOME", "MS", "CORRELATION");
    }

    @Override
    public synchronized List<List<Cell>> rows(int most) {
        return newest.stream()
                .filter(line -> !onlyBad || !line.message().isGood())
                .limit(most)
                .map(TailBoard::row)
                .toList();
    }

    private static List<Cell> row(News.Passed line) {
        Passing message = line.message();
        return List.of(
                Cell.dim(TIME.format(message.at())),
                Cell.of(line.node().name()),
                Cell.of(message.orNobody("sender")),
                Cell.of(message.orNobody("receiver")),
                Cell.of(message.text("method") + " " + message.text("module")),
                Cell.dim(message.is("signed") ? "yes" : "-"),
                Cell.judged(message.isGood(), message.outcome()),
                Cell.of(Long.toString(message.took().toMillis())),
                Cell.dim(message.text("correlation_id")));
    }

    /** The same as one line. */
    static String line(News.Passed news) {
        Passing message = news.message();
        return "%s  %s  %-6s  %-6s  %-5s %-15s  %s  %d ms%s%s  %s"
                .formatted(
                        TIME.format(message.at()),
                        news.node().name(),
                        message.orNobody("sender"),
                        message.orNobody("receiver"),
                        message.text("method"),
                        message.text("module"),
                        message.outcome(),
                        message.took().toMillis(),
                        message.is("signed") ? ", signed" : "",
                        message.is("from_node") ? ", from a node" : "",
                        message.text("correlation_id"));
    }

    @Override
    public SequencedMap<Character, String> keys() {
        SequencedMap<Character, String> keys = new LinkedHashMap<>();
        keys.put('b', onlyBad ? "show all" : "only what is not well");
        keys.put('c', "clear");
        return keys;
    }

    @Override
    public synchronized void pressed(char key) {
        if (key == 'b') {
            onlyBad = !onlyBad;
        } else {
            newest.clear();
        }
    }
}
