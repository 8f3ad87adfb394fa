package network.opencharging.benchmarks;

import network.opencharging.benchmarks.report.Page;

import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.results.Result;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.ChainedOptionsBuilder;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;

import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;

/** Measures what a message costs a node part by part: {@code benchmarks/run-parts}. */
public final class Parts {
    private static final String ROOM = "network.opencharging.benchmarks.parts.";

    private Parts() {}

    /**
     * Runs them.
     *
     * @param arguments the page that is written, and optionally which parts (a regular expression)
     */
    public static void main(String[] arguments) throws IOException, RunnerException {
        String some = arguments.length > 1 ? arguments[1] : "";
        ChainedOptionsBuilder options =
                new OptionsBuilder()
                        .include(ROOM.replace(".", "\\.") + ".*" + some)
                        .mode(Mode.AverageTime)
                        .timeUnit(TimeUnit.NANOSECONDS)
                        .forks(1)
                        .warmupIterations(3)
                        .warmupTime(TimeValue.seconds(1))
                        .measurementIterations(5)
                        .measurementTime(TimeValue.seconds(1));
        String section = section(new Runner(options.build()).run());
        System.out.println(section);
        if (some.isEmpty()) {
            Page.write(Path.of(arguments[0]), "parts", section);
        }
    }

    private static String section(Collection<RunResult> results) throws IOException {
        StringBuilder text =
                new StringBuilder(
                        """
                        ### Measured

                        On %s, %s. One thread; one process for each row, three seconds to warm up and five measured; the error is JMH's at 99.9 %%.

                        | Part | Parties | Microseconds | ± |
                        |---|--:|--:|--:|
                        """
                                .formatted(LocalDate.now(ZoneOffset.UTC), Machine.processors()));
        Map<String, String> rows = new TreeMap<>();
        results.forEach(result -> rows.put(name(result) + parties(result), row(result)));
        rows.values().forEach(text::append);
        return text.toString();
    }

    private static String name(RunResult result) {
        return result.getParams().getBenchmark().substring(ROOM.length());
    }

    private static String parties(RunResult result) {
        String parties = result.getParams().getParam("parties");
        return parties == null ? "" : parties;
    }

    private static String row(RunResult result) {
        Result<?> took = result.getPrimaryResult();
        return String.format(
                Locale.ROOT,
                "| `%s` | %s | %.3f | %.3f |%n",
                name(result),
                parties(result),
                took.getScore() / 1e3,
                took.getScoreError() / 1e3);
    }
}
