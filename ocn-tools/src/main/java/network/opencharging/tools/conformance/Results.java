package network.opencharging.tools.conformance;

import network.opencharging.tools.terminal.Failure;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
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
        String cases = all.stream().map(Results::junit).collect(Collectors.joining());
        return """
        <?xml version="1.0" encoding="UTF-8"?>
        <testsuite name="%s" timestamp="%s" tests="%d" failures="%d" skipped="%d" errors="0">
        %s</testsuite>
        """
                .formatted(safe(title), at, all.size(), count("failed"), count("skipped"), cases);
    }

    private static String junit(Result result) {
        String inner =
                switch (result.word()) {
                    case "failed" ->
                            "<failure message=\"%s\">%s</failure>"
                                    .formatted(
                                            safe(result.why()), safe(result.tried().paragraph()));
                    case "skipped" -> "<skipped message=\"%s\"/>".formatted(safe(result.why()));
                    default -> "";
                };
        return "  <testcase classname=\"%s\" name=\"%s\" time=\"%d.%03d\">%s</testcase>%n"
                .formatted(
                        safe(result.tried().paragraph()),
                        safe(result.tried().id() + " " + result.tried().title()),
                        result.took().toSeconds(),
                        result.took().toMillisPart(),
                        inner);
    }

    /** A page for people, that needs nothing beside it. */
    String html() {
        String rows = all.stream().map(Results::row).collect(Collectors.joining());
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
        @media (max-width: 40rem) { td, th { display: block; border: 0; padding: .1rem 0; }
          tr { display: block; border-bottom: 1px solid #8884; padding: .5rem 0; } thead { display: none; } }
        </style></head><body>
        <h1>%s</h1>
        <p>%s: <b class="failed">%d failed</b>, <b class="passed">%d passed</b>, %d skipped.</p>
        <table><thead><tr><th>Case</th><th>Result</th><th>What is demanded</th></tr></thead>
        <tbody>
        %s</tbody></table></body></html>
        """
                .formatted(
                        safe(title),
                        safe(title),
                        at,
                        count("failed"),
                        count("passed"),
                        count("skipped"),
                        rows);
    }

    private static String row(Result result) {
        return "<tr><td>%s</td><td class=\"%s\">%s</td><td>%s<small>%s</small><small>%s</small></td></tr>%n"
                .formatted(
                        safe(result.tried().id()),
                        result.word(),
                        result.word(),
                        safe(result.tried().title()),
                        safe(result.tried().paragraph()),
                        safe(result.why()));
    }

    /** Text from elsewhere, harmless in XML and HTML. */
    private static String safe(String text) {
        StringBuilder safe = new StringBuilder();
        text.codePoints()
                .limit(2_000)
                .forEach(point -> {
                    switch (point) {
                        case '<' -> safe.append("&lt;");
                        case '>' -> safe.append("&gt;");
                        case '&' -> safe.append("&amp;");
                        case '"' -> safe.append("&quot;");
                        default -> safe.appendCodePoint(allowed(point) ? point : 0xFFFD);
                    }
                });
        return safe.toString();
    }

    /** XML 1.0 forbids control characters, halves of pairs, and two others. */
    private static boolean allowed(int point) {
        return point == '\n'
                || point == '\t'
                || (point >= 0x20 && point <= 0xD7FF)
                || (point >= 0xE000 && point <= 0xFFFD)
                || point >= 0x10000;
    }

    static void write(Path file, String text) {
        try {
            Files.writeString(file, text);
        } catch (IOException e) {
            throw Failure.environment("%s cannot be written: %s".formatted(file, e.getMessage()));
        }
    }
}
