package network.opencharging.benchmarks.report;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** The tables of stations at a backend. */
public final class StationTables {
    private StationTables() {}

    /** How all stations came, upon what. */
    public static String arrivals(List<Arrival> arrivals, String plot, int stations) {
        StringBuilder page =
                new StringBuilder(
                        """
                        ![Stations that are there](img/%s)

                        | %,d stations come | the former process gone after s | the first there after s | all connected and answered after s | Connections that ended or were refused |
                        |---|--:|--:|--:|---|
                        """
                                .formatted(plot, stations));
        for (Arrival one : arrivals) {
            page.append(
                    "| %s | %.1f | %.1f | %.1f | %s |%n"
                            .formatted(
                                    one.title(),
                                    one.ended(),
                                    one.ready(),
                                    one.seconds(),
                                    words(one.ends())));
        }
        return page.append('\n').toString();
    }

    /** What stations said, how fast they were answered, and what it cost. */
    public static String talks(List<Talked> talks) {
        StringBuilder page =
                new StringBuilder(
                        """
                        | What stations do | Answers/s | p50 ms | p99 ms | p99.9 ms | longest ms | Failed | Backend CPU s per 1,000 | PostgreSQL's | the stations' | Cores that others had | Backend MiB | Most that waited |
                        |---|--:|--:|--:|--:|--:|--:|--:|--:|--:|--:|--:|---|
                        """);
        talks.forEach(one -> page.append(row(one)));
        return page.append('\n').toString();
    }

    private static String row(Talked one) {
        return "| %s | %,.0f | %.1f | %.1f | %.1f | %.1f | %s | %.3f | %.3f | %.3f | %.1f | %d | %s |%n"
                .formatted(
                        one.title(),
                        one.seen().perSecond(),
                        one.seen().p50(),
                        one.seen().p99(),
                        one.seen().p999(),
                        one.seen().most(),
                        one.seen().failed() == 0 ? "0" : words(one.seen().errors()),
                        one.millis("backend"),
                        one.millis("PostgreSQL"),
                        one.millis("stations"),
                        one.others(),
                        one.memory(),
                        words(one.depths()));
    }

    /** One line after the other. */
    public static String list(String title, List<String> lines) {
        return lines.stream()
                .map(line -> "* " + line + "\n")
                .collect(Collectors.joining("", "**" + title + "**\n\n", ""));
    }

    private static String words(Map<String, Long> counts) {
        return counts.entrySet().stream()
                .filter(one -> one.getValue() != 0)
                .sorted(Map.Entry.comparingByKey())
                .map(one -> "%s %,d".formatted(one.getKey(), one.getValue()))
                .collect(Collectors.joining(", "));
    }
}
