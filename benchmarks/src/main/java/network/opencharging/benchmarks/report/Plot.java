package network.opencharging.benchmarks.report;

import network.opencharging.benchmarks.load.Case;
import network.opencharging.benchmarks.load.What;

import java.util.List;

/** Bars of requests per second at one number of connections, as an SVG image. */
public final class Plot {
    private static final int WIDTH = 760;
    private static final int BAR = 18;
    private static final int LEFT = 210;
    private static final int ROOM = WIDTH - LEFT - 90;

    private final StringBuilder svg = new StringBuilder();
    private int top = 30;

    private Plot() {}

    /** Draws it; each kind of message has a scale of its own. */
    public static String draw(Results results, int connections) {
        Plot plot = new Plot();
        for (What what : What.values()) {
            plot.group(results, what, connections);
        }
        return """
        <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 %1$d %2$d" font-family="system-ui, sans-serif" font-size="12">
        <style>text{fill:#222}.p{fill:#8a94a6}.n{fill:#2f7d5b}@media(prefers-color-scheme:dark){text{fill:#ddd}.n{fill:#4fb98a}}</style>
        <text x="10" y="18" font-weight="bold">Requests per second at %3$d connections</text>
        %4$s</svg>
        """
                .formatted(WIDTH, plot.top + 10, connections, plot.svg);
    }

    private void group(Results results, What what, int connections) {
        List<Case> cases =
                results.cases().stream()
                        .filter(one -> one.what() == what)
                        .filter(one -> rate(results, one, connections) > 0)
                        .toList();
        double most =
                cases.stream().mapToDouble(one -> rate(results, one, connections)).max().orElse(1);
        top += BAR + 6;
        svg.append("<text x=\"10\" y=\"%d\">%s</text>%n".formatted(top, what.title()));
        for (Case one : cases) {
            bar(one, rate(results, one, connections), most);
        }
    }

    private static double rate(Results results, Case one, int connections) {
        return results.of(one, connections, sample -> sample.measured().perSecond()).orElse(0.0);
    }

    private void bar(Case one, double rate, double most) {
        top += BAR + 4;
        int width = (int) Math.max(1, rate / most * ROOM);
        String kind = one.way() == network.opencharging.benchmarks.load.Way.PROXY ? "p" : "n";
        svg.append(
                """
                <text x="%1$d" y="%2$d" text-anchor="end">%3$s</text><rect class="%4$s" x="%5$d" y="%6$d" width="%7$d" height="%8$d" rx="2"/><text x="%9$d" y="%2$d">%10$,.0f</text>
                """
                        .formatted(
                                LEFT - 8,
                                top,
                                one.title(),
                                kind,
                                LEFT,
                                top - BAR + 5,
                                width,
                                BAR,
                                LEFT + width + 6,
                                rate));
    }
}
