package network.opencharging.benchmarks;

import network.opencharging.benchmarks.load.Case;
import network.opencharging.benchmarks.load.Load;
import network.opencharging.benchmarks.load.Sample;
import network.opencharging.benchmarks.load.Way;
import network.opencharging.benchmarks.load.What;
import network.opencharging.benchmarks.place.Town;
import network.opencharging.benchmarks.report.Results;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** How the cost of a message grows with the number of parties and with the log: it should not. */
final class Growth {
    private static final Case PUT = new Case(What.SESSION, Way.ONE_NODE, false);
    private static final Case PROXIED = new Case(What.SESSION, Way.PROXY, false);
    private static final String LISTED = "parties in the registry";
    private static final String CONNECTED = "parties connected to the node";
    private static final String LOG = "messages in the log, in MiB";
    private static final int[] SIZES = {10, 1_000, 100_000};

    private final Builder towns;
    private final Load load;
    private final Options options;

    /** Opens towns of a size. */
    interface Builder {
        /** With so many parties more listed, and so many connected. */
        Town open(String name, Map<String, String> settings, int listed, int connected)
                throws IOException, InterruptedException;
    }

    Growth(Builder towns, Load load, Options options) {
        this.towns = towns;
        this.load = load;
        this.options = options;
    }

    String table() throws IOException, InterruptedException {
        StringBuilder table =
                new StringBuilder(
                        """

                        **Cost and size** (PUT session, one node, 64 connections)

                        | What grows | Size | Requests/s | of the proxy | CPU s per 1,000 | Peak MiB |
                        |---|--:|--:|--:|--:|--:|
                        """);
        if (LISTED.matches(options.growth())) {
            for (int size : SIZES) {
                table.append(row(LISTED, size, size, 0));
            }
        }
        if (CONNECTED.matches(options.growth())) {
            for (int size : SIZES) {
                table.append(row(CONNECTED, size, 0, size));
            }
        }
        return table.append(LOG.matches(options.growth()) ? log() : "").toString();
    }

    private String row(String what, int size, int listed, int connected)
            throws IOException, InterruptedException {
        String folder = what.replace(' ', '-') + "-" + size;
        try (Town town = towns.open(folder, Map.of(), listed, connected)) {
            Results results = new Results();
            Series series = new Series(town, load, List.of(PROXIED, PUT), options.seconds());
            series.warmUp(options.warm());
            series.run(results, List.of(64), Math.min(2, options.rounds()));
            return written(what, size, results);
        } catch (IOException e) {
            // A size that cannot be had here does not cost the others.
            System.out.println(what + " " + size + ": " + e);
            return "| %s | %,d | not measured | | | |%n".formatted(what, size);
        }
    }

    /** The log fills while it is measured. */
    private String log() throws IOException, InterruptedException {
        StringBuilder rows = new StringBuilder();
        try (Town town = towns.open("log", Map.of("OCN_NODE_JOURNAL", "true"), 0, 0)) {
            Series series = new Series(town, load, List.of(PROXIED, PUT), options.seconds());
            series.warmUp(options.warm());
            for (int stage = 1; stage <= 3; stage++) {
                Results results = new Results();
                series.run(results, List.of(64), 1);
                rows.append(written(LOG, town.databaseMebibytes(), results));
            }
        }
        return rows.toString();
    }

    private static String written(String what, long size, Results results) {
        Optional<Double> measured = results.of(PUT, 64, sample -> sample.measured().perSecond());
        if (measured.isEmpty()) {
            return "| %s | %,d | not measured | | | |%n".formatted(what, size);
        }
        double rate = measured.get();
        String ratio =
                results.of(PROXIED, 64, sample -> sample.measured().perSecond())
                        .map(proxy -> "%.2f".formatted(rate / proxy))
                        .orElse("");
        return "| %s | %,d | %,.0f | %s | %.3f | %.0f |%n"
                .formatted(
                        what,
                        size,
                        rate,
                        ratio,
                        results.of(PUT, 64, Sample::processor).orElseThrow(),
                        results.of(PUT, 64, Sample::memory).orElseThrow());
    }
}
