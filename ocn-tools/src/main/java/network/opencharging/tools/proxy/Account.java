package network.opencharging.tools.proxy;

import network.opencharging.bridge.model.Severity;
import network.opencharging.tools.proxy.rule.Violation;

import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What has passed until now, counted. May be asked from many threads. */
final class Account {
    private final Map<String, Row> rows = new LinkedHashMap<>();
    private long exchanges;
    private long broken;

    Account() {}

    /**
     * A rule that was broken in one direction.
     *
     * @param rule its id
     * @param arrow who broke it: the sender of what goes this way
     * @param severity the worst
     * @param times how often
     * @param first where and how, the first time
     */
    record Row(String rule, String arrow, Severity severity, long times, String first) {}

    synchronized void exchange(Side side, String line, List<Violation> found) {
        exchanges++;
        found.forEach(violation -> add(side, line, violation));
    }

    synchronized void late(Side side, Violation violation) {
        add(side, "", violation);
    }

    private void add(Side side, String line, Violation violation) {
        String arrow = side.arrowOf(violation.inAnswer());
        Row first =
                new Row(
                        violation.rule(),
                        arrow,
                        violation.severity(),
                        1,
                        "%s %s: %s"
                                .formatted(line, violation.path(), violation.sentence())
                                .strip());
        rows.merge(
                violation.rule() + " " + arrow,
                first,
                (row, _) ->
                        new Row(
                                row.rule(),
                                row.arrow(),
                                worse(row.severity(), violation.severity()),
                                row.times() + 1,
                                row.first()));
    }

    private static Severity worse(Severity one, Severity other) {
        return one.compareTo(other) >= 0 ? one : other;
    }

    synchronized void broke() {
        broken++;
    }

    synchronized List<Row> rows() {
        return rows.values().stream()
                .sorted(Comparator.comparing(Row::severity).reversed().thenComparing(Row::rule))
                .toList();
    }

    synchronized long exchanges() {
        return exchanges;
    }

    synchronized long broken() {
        return broken;
    }

    /** Whether anything is against the specification. */
    boolean hasErrors() {
        return rows().stream().anyMatch(row -> row.severity().compareTo(Severity.ERROR) >= 0);
    }
}
