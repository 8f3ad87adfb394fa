package network.opencharging.tools.mock.command;

import network.opencharging.tools.exchange.Exchange;
import network.opencharging.tools.exchange.Verdict;
import network.opencharging.tools.live.Cell;
import network.opencharging.tools.live.Picture;
import network.opencharging.tools.mock.Mock;
import network.opencharging.tools.terminal.Printable;

import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;

/** The picture of a mock: the newest messages, or what it has and knows. */
final class MockBoard implements Picture {
    private static final int KEPT = 500;
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("HH:mm:ss.SSS").withZone(ZoneOffset.UTC);

    private final Mock mock;
    private final List<String> introduction;
    private final Deque<Line> newest = new ArrayDeque<>();
    private long exchanges;
    private boolean onlyBad;
    private boolean objects;

    /**
     * A picture of nothing yet.
     *
     * @param introduction who it is, where it answers, and how to come in
     */
    MockBoard(Mock mock, List<String> introduction) {
        this.mock = mock;
        this.introduction = List.copyOf(introduction);
    }

    private record Line(List<Cell> cells, boolean good) {}

    /** Takes a message into the picture. */
    synchronized void note(Exchange exchange) {
        exchanges++;
        boolean sent = exchange.direction() == Exchange.Direction.SENT;
        String status = exchange.answer().line();
        boolean good = status.matches("2\\d\\d( 1\\d{3})?");
        Verdict verdict = sent ? exchange.answer().verdict() : exchange.request().verdict();
        add(
                new Line(
                        List.of(
                                Cell.dim(TIME.format(exchange.at())),
                                Cell.of(sent ? "->" : "<-"),
                                Cell.judged(good, Printable.of(status)),
                                Cell.of(Long.toString(exchange.took().toMillis())),
                                signed(verdict),
                                Cell.of(Printable.of(exchange.request().line()))),
                        good && !(verdict instanceof Verdict.Refused)));
    }

    /** Takes what its script did into the picture. */
    synchronized void did(boolean good, String said) {
        add(
                new Line(
                        List.of(
                                Cell.dim(""),
                                Cell.of("--"),
                                Cell.judged(good, good ? "ok" : "!!"),
                                Cell.of(""),
                                Cell.of(""),
                                Cell.of(said)),
                        good));
    }

    private void add(Line line) {
        newest.addFirst(line);
        if (newest.size() > KEPT) {
            newest.removeLast();
        }
    }

    private static Cell signed(Verdict verdict) {
        return switch (verdict) {
            case Verdict.Valid valid ->
                    Cell.judged(true, Printable.of(String.valueOf(valid.signatory())));
            case Verdict.Refused(String reason) -> Cell.judged(false, Printable.of(reason));
            case Verdict.Unsigned() -> Cell.dim("no");
            case Verdict.NotChecked() -> Cell.dim("-");
        };
    }

    @Override
    public synchronized List<String> head() {
        List<String> lines = new ArrayList<>(introduction);
        lines.add("%d messages, %d connected".formatted(exchanges, mock.connected().size()));
        lines.add("");
        return lines;
    }

    @Override
    public synchronized List<String> columns() {
        return objects
                ? List.of("OBJECTS", "NUMBER")
                : List.of("UTC", "WAY", "ANSWER", "MS", "SIGNED", "WHAT");
    }

    @Override
    public synchronized List<List<Cell>> rows(int most) {
        return objects
                ? mock.objects().entrySet().stream()
                        .limit(most)
                        .map(kind ->
                                List.of(
                                        Cell.of(kind.getKey()),
                                        Cell.of(Integer.toString(kind.getValue().size()))))
                        .toList()
                : newest.stream()
                        .filter(line -> !onlyBad || !line.good())
                        .limit(most)
                        .map(Line::cells)
                        .toList();
    }

    @Override
    public synchronized SequencedMap<Character, String> keys() {
        SequencedMap<Character, String> keys = new LinkedHashMap<>();
        keys.put('o', objects ? "messages" : "objects");
        keys.put('b', onlyBad ? "show all" : "only what is not well");
        return keys;
    }

    @Override
    public synchronized void pressed(char key) {
        if (key == 'o') {
            objects = !objects;
        } else {
            onlyBad = !onlyBad;
        }
    }
}
