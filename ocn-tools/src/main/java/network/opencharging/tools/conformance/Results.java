package network.opencharging.tools.conformance;

import network.opencharging.tools.report.Junit;
import network.opencharging.tools.report.Markup;
import network.opencharging.tools.report.Trial;
import network.opencharging.tools.terminal.Failure;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;

/**
 * All results of one run, as JUnit XML and as a page.
 *
 * @param title what was held against OCPI
 * @param at when
 * @param all in their order
 */
record Results(String title, Instant at, List<Result> all) {
    Results {
        all = List.copyOf(all);
    }

    long count(String word) {
        return all.stream().filter(result -> result.word().equals(word)).count();
    }

    /** The form that build servers read. */
    String junit() {
        return new Junit(title, at, all.stream().map(Results::trial).toList()).xml();
    }

    private static Trial trial(Result result) {
        Trial.End end =
                switch (result.word()) {
                    case "failed" -> Trial.End.FAILED;
                    case "skipped" -> Trial.End.SKIPPED;
                    default -> Trial.End.PASSED;
                };
        return new Trial(
                result.tried().paragraph().toString(),
                result.tried().id() + " " + result.tried().title(),
                result.took(),
                end,
                result.why());
    }

    /** A page for people, that needs nothing beside it; what failed stands first. */
    String html() {
        String rows =
                all.stream()
                        .sorted(Comparator.comparing(result -> !result.word().equals("failed")))
                        .map(Results::row)
                        .collect(Collectors.joining());
        return """
        <!doctype html>
        <html lang="en"><head><meta charset="utf-8">
        <meta name="viewport" content="width=device-width, initial-scale=1">
        <title>%s</title><style>
        :root { color-scheme: light dark; }
        body { font: 16px/1.5 system-ui, sans-serif; margin: 2rem auto; max-width: 72rem; padding: 0 1rem; }
        table { border-collapse: collapse; width: 100%%; }
        td, th { text-align: left; vertical-align: top; padding: .4rem .6rem; border-bottom: 1px solid #8884; }
        td:first-child { white-space: nowrap; }
        small { opacity: .75; overflow-wrap: anywhere; display: block; }
        .failed { color: light-dark(#b3261e, #ff8a80); font-weight: 600; }
        .passed { color: light-dark(#1b6e3c, #7ddc9f); }
        .skipped { opacity: .6; }
        @media (max-width: 40rem) { h1 { font-size: 1.5rem; } td, th { display: block; border: 0; padding: .1rem 0; }
          td:first-child, td:nth-child(2) { display: inline-block; margin-right: .8rem; }
          tr { display: block; border-bottom: 1px solid #8884; padding: .5rem 0; } thead { display: none; } }
        </style></head><body>
        <h1>%s</h1>
        <p>%s: <b class="failed">%d failed</b>, <b class="passed">%d passed</b>, %d skipped.</p>
        <table><thead><tr><th>Case</th><th>Result</th><th>What is demanded</th></tr></thead>
        <tbody>
        %s</tbody></table></body></html>
        """
                .formatted(
                        Markup.safe(title),
                        Markup.safe(title),
                        at.truncatedTo(ChronoUnit.SECONDS),
                        count("failed"),
                        count("passed"),
                        count("skipped"),
                        rows);
    }

    private static String row(Result result) {
        return "<tr><td>%s</td><td class=\"%s\">%s</td><td>%s<small>%s</small><small>%s</small></td></tr>%n"
                .formatted(
                        Markup.safe(result.tried().id()),
                        result.word(),
                        result.word(),
                        Markup.safe(result.tried().title()),
                        Markup.safe(result.tried().paragraph().toString()),
                        Markup.safe(result.why()));
    }

    static void write(Path file, String text) {
        try {
            Files.writeString(file, text);
        } catch (IOException e) {
            throw Failure.environment("%s cannot be written: %s".formatted(file, e.getMessage()));
        }
    }
}
