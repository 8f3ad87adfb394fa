package network.opencharging.tools.proxy;

import network.opencharging.bridge.model.Severity;
import network.opencharging.tools.live.Cell;
import network.opencharging.tools.live.Picture;
import network.opencharging.tools.proxy.pass.Passed;
import network.opencharging.tools.proxy.rule.Violation;
import network.opencharging.tools.terminal.Printable;

import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.SequencedMap;

/**
 * The picture of a proxy: the newest exchanges with what was found, or all rules that were broken.
 */
final class ProxyBoard implements Picture {
    private static final int KEPT = 500;
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("HH:mm:ss.SSS").withZone(ZoneOffset.UTC);

    private final Account account;
    private final List<String> leads;
    private final Deque<Line> newest = new ArrayDeque<>();
    private boolean onlyBad;
    private boolean byRule;

    /**
     * A picture of nothing yet.
     *
     * @param account counts what passes
     * @param leads which door leads where
     */
    ProxyBoard(Account account, List<String> leads) {
        this.account = account;
        this.leads = List.copyOf(leads);
    }

    private record Line(List<Cell> cells, boolean good) {}

    /** Takes an exchange into the picture. */
    synchronized void note(Side side, Passed passed, List<Violation> found) {
        boolean good = found.isEmpty();
        add(
                new Line(
                        List.of(
                                Cell.dim(TIME.format(passed.at())),
                                Cell.of(side.arrow()),
                                Cell.judged(
                                        passed.answer().status() < 400,
                                        "%d %s"
                                                .formatted(
                                                        passed.answer().status(),
                                                        passed.heard()
                                                                .status()
                                                                .map(String::valueOf)
                                                                .orElse("-"))),
                                Cell.of(Long.toString(passed.took().toMillis())),
                                Cell.judged(good, good ? "-" : worst(found)),
                                Cell.of(Printable.of(passed.request().line()))),
                        good));
    }

    /** Takes what could not be passed on into the picture. */
    synchronized void broke(Side side, String what) {
        add(
                new Line(
                        List.of(
                                Cell.dim(""),
                                Cell.of(side.arrow()),
                                Cell.judged(false, "broken"),
                                Cell.of(""),
                                Cell.of(""),
                                Cell.of(Printable.of(what))),
                        false));
    }

    private void add(Line line) {
        newest.addFirst(line);
        if (newest.size() > KEPT) {
            newest.removeLast();
        }
    }

    private static String worst(List<Violation> found) {
        String first =
                found.stream()
                        .max(Comparator.comparing(Violation::severity))
                        .map(Violation::rule)
                        .orElse("");
        return found.size() == 1 ? first : "%s and %d more".formatted(first, found.size() - 1);
    }

    @Override
    public List<String> head() {
        List<String> lines = new ArrayList<>(leads);
        lines.add(
                "%d exchanges passed, %d could not be passed on, %d rules broken"
                        .formatted(account.exchanges(), account.broken(), account.rows().size()));
        lines.add("");
        return lines;
    }

    @Override
    public synchronized List<String> columns() {
        return byRule
                ? List.of("RULE", "WAY", "SEVERITY", "TIMES", "THE FIRST TIME")
                : List.of("UTC", "WAY", "ANSWER", "MS", "FOUND", "WHAT");
    }

    @Override
    public synchronized List<List<Cell>> rows(int most) {
        return byRule
                ? account.rows().stream().limit(most).map(ProxyBoard::row).toList()
                : newest.stream()
                        .filter(line -> !onlyBad || !line.good())
                        .limit(most)
                        .map(Line::cells)
                        .toList();
    }

    private static List<Cell> row(Account.Row row) {
        return List.of(
                Cell.of(row.rule()),
                Cell.of(row.arrow()),
                Cell.judged(
                        row.severity().compareTo(Severity.ERROR) < 0,
                        row.severity().name().toLowerCase(Locale.ROOT)),
                Cell.of(Long.toString(row.times())),
                Cell.of(Printable.of(row.first())));
    }

    @Override
    public synchronized SequencedMap<Character, String> keys() {
        SequencedMap<Character, String> keys = new LinkedHashMap<>();
        keys.put('r', byRule ? "exchanges" : "rules");
        keys.put('b', onlyBad ? "show all" : "only what is not well");
        return keys;
    }

    @Override
    public synchronized void pressed(char key) {
        if (key == 'r') {
            byRule = !byRule;
        } else {
            onlyBad = !onlyBad;
        }
    }
}
