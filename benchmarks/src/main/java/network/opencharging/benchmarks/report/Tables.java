package network.opencharging.benchmarks.report;

import network.opencharging.benchmarks.load.Case;
import network.opencharging.benchmarks.load.Sample;
import network.opencharging.benchmarks.load.Way;
import network.opencharging.benchmarks.load.What;
import network.opencharging.benchmarks.place.Starts;

import java.util.List;
import java.util.Optional;
import java.util.function.ToDoubleFunction;

/** The tables of the page. */
public final class Tables {
    private Tables() {}

    private static double rate(Sample sample) {
        return sample.measured().perSecond();
    }

    private static double p99(Sample sample) {
        return sample.measured().p99();
    }

    /** One table for each kind of message. */
    public static String all(Results results) {
        StringBuilder page = new StringBuilder();
        for (What what : What.values()) {
            page.append("\n**").append(what.title()).append("**\n\n");
            page.append(
                    "| Through | Connections | Requests/s | of the proxy | p50 ms | p99 ms | of the"
                            + " proxy | p99.9 ms | CPU s per 1,000 | Peak MiB | Failed |\n"
                            + "|---|--:|--:|--:|--:|--:|--:|--:|--:|--:|--:|\n");
            for (Case one : results.cases()) {
                if (one.what() == what) {
                    results.connections().forEach(number -> page.append(row(results, one, number)));
                }
            }
        }
        return page.toString();
    }

    private static String row(Results results, Case what, int connections) {
        if (results.of(what, connections, Tables::rate).isEmpty()) {
            return "";
        }
        return "| %s | %d | %s | %s | %s | %s | %s | %s | %s | %s | %d |%n"
                .formatted(
                        what.title(),
                        connections,
                        "%,.0f"
                                .formatted(
                                        results.of(what, connections, Tables::rate).orElseThrow()),
                        toProxy(results, what, connections, Tables::rate),
                        millis(results, what, connections, sample -> sample.measured().p50()),
                        millis(results, what, connections, Tables::p99),
                        toProxy(results, what, connections, Tables::p99),
                        millis(results, what, connections, sample -> sample.measured().p999()),
                        figure(results, what, connections, "%.3f", Sample::processor),
                        figure(results, what, connections, "%.0f", Sample::memory),
                        results.failed(what, connections));
    }

    private static String millis(
            Results results, Case what, int connections, ToDoubleFunction<Sample> figure) {
        return figure(
                results, what, connections, "%.2f", sample -> figure.applyAsDouble(sample) / 1000);
    }

    private static String figure(
            Results results,
            Case what,
            int connections,
            String form,
            ToDoubleFunction<Sample> figure) {
        return form.formatted(results.of(what, connections, figure).orElseThrow());
    }

    private static String toProxy(
            Results results, Case what, int connections, ToDoubleFunction<Sample> figure) {
        return what.way() == Way.PROXY
                ? ""
                : ratio(
                        results.of(what, connections, figure),
                        results.of(new Case(what.what(), Way.PROXY, false), connections, figure));
    }

    private static String ratio(Optional<Double> one, Optional<Double> other) {
        return one.isPresent() && other.isPresent() && other.get() > 0
                ? "%.2f".formatted(one.get() / other.get())
                : "";
    }

    /** What was asked for, beside what was measured at 64 connections. */
    public static String goals(Results results) {
        Case list = new Case(What.LOCATIONS, Way.ONE_NODE, false);
        Case put = new Case(What.SESSION, Way.ONE_NODE, false);
        Case signedPut = new Case(What.SESSION, Way.ONE_NODE, true);
        Case farPut = new Case(What.SESSION, Way.TWO_NODES, true);
        Goals goals = new Goals(results, 64);
        return Goals.HEAD
                + goals.proxied("GET 60 KB, unsigned, one node", "≥ 0.35", list)
                + goals.proxied("PUT 1 KB, unsigned, one node", "≥ 0.25", put)
                + goals.rate("PUT, signed: rate of the unsigned one's", "≥ 0.40", signedPut, put)
                + goals.rate(
                        "PUT, signed, two nodes: rate of one node's", "≥ 0.40", farPut, signedPut);
    }

    /** How long starts took. */
    public static String starts(List<Starts.Start> starts) {
        List<Long> millis =
                starts.stream().map(start -> start.ready().toMillis()).sorted().toList();
        long most = starts.stream().mapToLong(Starts.Start::memory).max().orElse(0);
        return """

        **Start of a node** (%d starts with its data there, until /health says that the registry has been read)

        | Fastest ms | Median ms | Slowest ms | Peak MiB of memory until then |
        |--:|--:|--:|--:|
        | %,d | %,d | %,d | %d |
        """
                .formatted(
                        starts.size(),
                        millis.getFirst(),
                        millis.get(millis.size() / 2),
                        millis.getLast(),
                        most);
    }

    /** The rows of the table of goals, at one number of connections. */
    private record Goals(Results results, int connections) {
        private static final String HEAD =
                "| At 64 connections | Goal | Measured |\n|---|--:|--:|\n";

        String proxied(String what, String rate, Case one) {
            Case proxy = new Case(one.what(), Way.PROXY, false);
            return rate(what + ": rate of the proxy's", rate, one, proxy)
                    + row("the same: p99 of the proxy's", "≤ 4", Tables::p99, one, proxy);
        }

        String rate(String what, String goal, Case one, Case other) {
            return row(what, goal, Tables::rate, one, other);
        }

        private String row(
                String what, String goal, ToDoubleFunction<Sample> figure, Case one, Case other) {
            return "| %s | %s | %s |%n"
                    .formatted(
                            what,
                            goal,
                            ratio(
                                    results.of(one, connections, figure),
                                    results.of(other, connections, figure)));
        }
    }
}
