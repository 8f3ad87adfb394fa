package network.opencharging.tools.check;

import network.opencharging.bridge.model.Severity;
import network.opencharging.protocol.json.Json;
import network.opencharging.tools.check.rule.Fault;
import network.opencharging.tools.terminal.Form;
import network.opencharging.tools.terminal.Printable;

import java.io.PrintWriter;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Prints faults as they are found, up to a number, and counts them all. */
final class Report {
    private final PrintWriter out;
    private final Form form;
    private final Severity least;
    private final long most;
    private final Map<Severity, Long> bySeverity = new EnumMap<>(Severity.class);
    private final Map<String, Long> byRule = new TreeMap<>();
    private long printed;

    /**
     * A report.
     *
     * @param least what is less bad is neither printed nor counted
     * @param most how many faults are printed
     */
    Report(PrintWriter out, Form form, Severity least, long most) {
        this.out = out;
        this.form = form;
        this.least = least;
        this.most = most;
    }

    void add(String source, Fault fault) {
        if (fault.severity().compareTo(least) < 0) {
            return;
        }
        bySeverity.merge(fault.severity(), 1L, Long::sum);
        byRule.merge(fault.rule(), 1L, Long::sum);
        if (printed < most) {
            printed++;
            out.println(form == Form.JSON ? json(source, fault) : text(source, fault));
        }
    }

    private static String text(String source, Fault fault) {
        return "%s  %s  %-10s  %-13s  %s"
                .formatted(
                        source,
                        Printable.of(fault.path()),
                        word(fault.severity()),
                        fault.rule(),
                        Printable.of(fault.sentence()));
    }

    private static String json(String source, Fault fault) {
        Map<String, Json> members = new LinkedHashMap<>();
        members.put("source", Json.text(source));
        members.put("path", Json.text(fault.path()));
        members.put("rule", Json.text(fault.rule()));
        members.put("severity", Json.text(word(fault.severity())));
        members.put("sentence", Json.text(fault.sentence()));
        return Json.object(members).text();
    }

    /** The last line, for people. */
    void close(Map<String, Integer> types) {
        if (form == Form.TEXT) {
            out.println(
                    "%s: %s."
                            .formatted(
                                    types.isEmpty() ? "Nothing to check" : counted(types),
                                    byRule.isEmpty() ? "nothing found" : counted(bySeverity())));
            if (printed < total()) {
                out.println(
                        "Printed are the first %d; --max prints more. By rule: %s."
                                .formatted(printed, counted(byRule)));
            }
        }
        out.flush();
    }

    private long total() {
        return byRule.values().stream().mapToLong(Long::longValue).sum();
    }

    private Map<String, Long> bySeverity() {
        Map<String, Long> words = new LinkedHashMap<>();
        bySeverity.forEach((severity, count) -> words.put(word(severity), count));
        return words;
    }

    private static String counted(Map<String, ? extends Number> counts) {
        return counts.entrySet().stream()
                .map(entry -> "%s %s".formatted(entry.getValue(), entry.getKey()))
                .collect(Collectors.joining(", "));
    }

    /** Whether anything was found that is against the specification. */
    boolean hasErrors() {
        return bySeverity.keySet().stream().anyMatch(s -> s.compareTo(Severity.ERROR) >= 0);
    }

    private static String word(Severity severity) {
        return severity.name().toLowerCase(Locale.ROOT);
    }
}
