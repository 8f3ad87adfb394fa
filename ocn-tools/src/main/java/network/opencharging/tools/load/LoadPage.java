package network.opencharging.tools.load;

import network.opencharging.tools.report.Markup;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;

/** The page of a run: rates and times as curves, and percentiles in a table. */
final class LoadPage {
    private static final String LOOKS =
            """
            :root{color-scheme:light dark;--a:#2563eb;--b:#16a34a;--c:#dc2626;--line:#d4d4d8;--soft:#52525b}
            @media(prefers-color-scheme:dark){:root{--a:#60a5fa;--b:#4ade80;--c:#f87171;--line:#3f3f46;--soft:#a1a1aa}}
            body{font:16px/1.5 system-ui,sans-serif;margin:0 auto;max-width:60rem;padding:1rem}
            h1{font-size:1.4rem;overflow-wrap:anywhere}figure{margin:1.5rem 0}figcaption{font-weight:600}
            svg{width:100%;height:auto}svg text{font-size:12px;fill:var(--soft)}text.y{text-anchor:end}text.x{text-anchor:middle}
            .grid{stroke:var(--line)}polyline{fill:none;stroke-width:2}
            polyline.a{stroke:var(--a)}polyline.b{stroke:var(--b)}polyline.c{stroke:var(--c)}
            .legend{font-weight:400;margin-left:.5rem}.legend span{margin-right:.8rem}
            .legend span.a{color:var(--a)}.legend span.b{color:var(--b)}.legend span.c{color:var(--c)}
            .wide{overflow-x:auto}table{border-collapse:collapse;white-space:nowrap}th{white-space:normal}
            th,td{padding:.25rem .7rem;border-bottom:1px solid var(--line);text-align:right}th:first-child,td:first-child{text-align:left}
            p.soft{color:var(--soft)}
            """;

    private LoadPage() {}

    static String of(Course course) {
        return """
        <!doctype html>
        <html lang=en><meta charset=utf-8><meta name=viewport content="width=device-width,initial-scale=1">
        <title>Load on %1$s</title><style>%2$s</style>
        <h1>%3$s at %1$s</h1>
        <p class=soft>Times count from the moment a request was due, not from when a connection was free for it:
        whoever is slow makes the next ones wait, and that is counted.</p>
        %4$s%5$s%6$s%7$s
        </html>
        """
                .formatted(
                        Markup.whole(course.target()),
                        LOOKS,
                        Markup.whole(course.asked()),
                        rates(course).svg(),
                        times(course).svg(),
                        table(course.steps()),
                        failures(course.steps()));
    }

    private static Chart rates(Course course) {
        return new Chart(
                "Requests a second",
                List.of(
                        curve(course, "offered", "a", Second::offeredRate),
                        curve(course, "answered", "b", Second::answeredRate),
                        curve(course, "failed", "c", Second::failedRate)));
    }

    private static Chart times(Course course) {
        return new Chart(
                "Milliseconds from when they were due",
                List.of(
                        curve(course, "half", "b", second -> second.millis(50)),
                        curve(course, "99 of 100", "a", second -> second.millis(99)),
                        curve(course, "slowest", "c", second -> second.millis(100))));
    }

    private static Chart.Curve curve(
            Course course, String name, String kind, ToDoubleFunction<Second> value) {
        return new Chart.Curve(
                name,
                kind,
                course.seconds().stream()
                        .map(second -> new double[] {second.at(), value.applyAsDouble(second)})
                        .toList());
    }

    private static String table(List<Course.Step> steps) {
        String rows =
                steps.stream()
                        .map(step ->
                                String.format(
                                        Locale.ROOT,
                                        "<tr><td>%,d<td>%,.0f<td>%,.0f<td>%,d<td>%.2f<td>%.2f<td>%.2f<td>%.2f<td>%.2f<td>%.2f",
                                        step.rate(),
                                        step.offered(),
                                        step.answered(),
                                        step.count().failed(),
                                        step.millis(50),
                                        step.millis(90),
                                        step.millis(99),
                                        step.millis(99.9),
                                        step.millis(100),
                                        step.sentMillis(99)))
                        .collect(Collectors.joining("\n"));
        return """
        <div class=wide><table><tr><th>wanted/s<th>offered/s<th>answered/s<th>failed<th>p50 ms<th>p90<th>p99<th>p99.9<th>most
        <th>p99 from when sent
        %s</table></div>
        """
                .formatted(rows);
    }

    private static String failures(List<Course.Step> steps) {
        Map<String, Long> all =
                steps.stream()
                        .map(Course.Step::count)
                        .reduce(Tally.Count.none(), Tally.Count::plus)
                        .failures();
        return all.isEmpty()
                ? "<p>Nothing failed.</p>"
                : all.entrySet().stream()
                        .map(why ->
                                "<li>%d: %s".formatted(why.getValue(), Markup.whole(why.getKey())))
                        .collect(Collectors.joining("\n", "<p>What failed:</p><ul>", "</ul>"));
    }
}
