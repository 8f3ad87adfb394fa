package network.opencharging.benchmarks.report;

import network.opencharging.benchmarks.charging.Known;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** The table of sessions that an eMSP is told of. */
public final class SessionTable {
    private SessionTable() {}

    /**
     * A row.
     *
     * @param when what happened meanwhile
     * @param cores how many cores who had
     */
    public record Row(String when, Known known, Map<String, Double> cores) {}

    /** All rows. */
    public static String of(List<Row> rows) {
        return rows.stream()
                .map(SessionTable::row)
                .collect(
                        Collectors.joining(
                                "",
                                """
                                | When | The eMSP learns of | Times | p50 ms | p99 ms | longest ms | Not after a minute | Cores at work |
                                |---|---|--:|--:|--:|--:|--:|---|
                                """,
                                "\n"));
    }

    private static String row(Row row) {
        Known known = row.known();
        return "| %s | %s | %,d | %.0f | %.0f | %.0f | %d | %s |%n"
                .formatted(
                        row.when(),
                        known.what().words(),
                        known.times(),
                        known.p50(),
                        known.p99(),
                        known.most(),
                        known.missing(),
                        row.cores().entrySet().stream()
                                .map(one -> "%s %.2f".formatted(one.getKey(), one.getValue()))
                                .collect(Collectors.joining(", ")));
    }
}
