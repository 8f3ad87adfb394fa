package network.opencharging.benchmarks.report;

import java.util.List;
import java.util.stream.Collectors;

/** How many stations were there at which second, as an SVG image. */
public final class Curves {
    private static final int WIDTH = 760;
    private static final int HEIGHT = 260;
    private static final int LEFT = 60;
    private static final int TOP = 34;
    private static final int BOTTOM = 220;
    private static final int RIGHT = 740;
    private static final List<String> COLOURS = List.of("#8a94a6", "#2f7d5b", "#b4552d", "#4a63b8");

    private Curves() {}

    /** Draws one line for each. */
    public static String draw(List<Arrival> arrivals) {
        double seconds = arrivals.stream().mapToDouble(Arrival::seconds).max().orElse(1);
        double last = Math.ceil(seconds / 10) * 10;
        int most =
                arrivals.stream()
                        .flatMap(one -> one.curve().stream())
                        .mapToInt(Arrival.Point::stations)
                        .max()
                        .orElse(1);
        StringBuilder svg = new StringBuilder();
        for (int second = 0; second <= last; second += 10) {
            svg.append(
                    """
                    <line class="g" x1="%1$d" x2="%1$d" y1="%2$d" y2="%3$d"/><text x="%1$d" y="%4$d" text-anchor="middle">%5$d s</text>
                    """
                            .formatted(x(second, last), TOP, BOTTOM, BOTTOM + 16, second));
        }
        svg.append(
                "<text x=\"%d\" y=\"%d\" text-anchor=\"end\">%,d</text>%n"
                        .formatted(LEFT - 6, TOP + 4, most));
        svg.append(
                "<text x=\"%d\" y=\"%d\" text-anchor=\"end\">0</text>%n"
                        .formatted(LEFT - 6, BOTTOM));
        for (int i = 0; i < arrivals.size(); i++) {
            svg.append(line(arrivals.get(i), i, last, most));
        }
        return """
        <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 %d %d" font-family="system-ui, sans-serif" font-size="12">
        <style>text{fill:#222}.g{stroke:#ccc}@media(prefers-color-scheme:dark){text{fill:#ddd}.g{stroke:#444}}</style>
        %s</svg>
        """
                .formatted(WIDTH, HEIGHT, svg);
    }

    private static int x(double second, double last) {
        return (int) (LEFT + second / last * (RIGHT - LEFT));
    }

    private static String line(Arrival arrival, int number, double last, int most) {
        String points =
                arrival.curve().stream()
                        .map(point ->
                                "%d,%d"
                                        .formatted(
                                                x(point.second(), last),
                                                BOTTOM
                                                        - point.stations()
                                                                * (BOTTOM - TOP)
                                                                / Math.max(1, most)))
                        .distinct()
                        .collect(Collectors.joining(" "));
        String colour = COLOURS.get(number % COLOURS.size());
        return """
        <polyline points="%s" fill="none" stroke="%s" stroke-width="2"/><rect x="%d" y="8" width="10" height="10" fill="%s"/><text x="%d" y="17">%s</text>
        """
                .formatted(
                        points,
                        colour,
                        LEFT + number * 230,
                        colour,
                        LEFT + number * 230 + 15,
                        arrival.title());
    }
}
