package network.opencharging.node.store;

import network.opencharging.node.message.Step;

import java.time.Duration;
import java.util.List;
import java.util.stream.Collectors;

/** The steps of a message in one column: a line each, with name, microseconds, verdict, finding. */
final class PathText {
    private static final String BETWEEN = "\t";

    private PathText() {}

    static String write(List<Step> path) {
        return path.stream()
                .map(step ->
                        String.join(
                                BETWEEN,
                                step.name().name(),
                                Long.toString(step.at().toNanos() / 1000),
                                step.passed() ? "1" : "0",
                                step.found()))
                .collect(Collectors.joining("\n"));
    }

    static List<Step> read(String text) {
        return text.lines().map(PathText::step).toList();
    }

    private static Step step(String line) {
        String[] parts = line.split(BETWEEN, 4);
        return new Step(
                Step.Name.valueOf(parts[0]),
                Duration.ofNanos(Long.parseLong(parts[1]) * 1000),
                parts[2].equals("1"),
                parts[3]);
    }
}
