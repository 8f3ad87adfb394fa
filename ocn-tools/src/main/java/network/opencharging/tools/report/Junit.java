package network.opencharging.tools.report;

import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Everything that was tried, in the form of JUnit's XML.
 *
 * @param title what was tried altogether
 * @param at when
 * @param trials in their order
 */
public record Junit(String title, Instant at, List<Trial> trials) {
    /** Copies. */
    public Junit {
        trials = List.copyOf(trials);
    }

    private long count(Trial.End end) {
        return trials.stream().filter(trial -> trial.end() == end).count();
    }

    /** The text of the file. */
    public String xml() {
        return """
        <?xml version="1.0" encoding="UTF-8"?>
        <testsuite name="%s" timestamp="%s" tests="%d" failures="%d" skipped="%d" errors="0">
        %s</testsuite>
        """
                .formatted(
                        Markup.safe(title),
                        at,
                        trials.size(),
                        count(Trial.End.FAILED),
                        count(Trial.End.SKIPPED),
                        trials.stream().map(Junit::row).collect(Collectors.joining()));
    }

    private static String row(Trial trial) {
        String inner =
                switch (trial.end()) {
                    case FAILED ->
                            "<failure message=\"%s\">%s</failure>"
                                    .formatted(
                                            Markup.safe(trial.why()), Markup.safe(trial.group()));
                    case SKIPPED -> "<skipped message=\"%s\"/>".formatted(Markup.safe(trial.why()));
                    case PASSED -> "";
                };
        return "  <testcase classname=\"%s\" name=\"%s\" time=\"%d.%03d\">%s</testcase>%n"
                .formatted(
                        Markup.safe(trial.group()),
                        Markup.safe(trial.name()),
                        trial.took().toSeconds(),
                        trial.took().toMillisPart(),
                        inner);
    }
}
