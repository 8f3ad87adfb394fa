package network.opencharging.tools.load;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** Curves over time, drawn as SVG with the colours of the page. */
final class Chart {
    private static final int WIDTH = 720;
    private static final int HEIGHT = 260;
    private static final int LEFT = 60;
    private static final int BOTTOM = 30;
    private static final int TOP = 12;
    private static final int RIGHT = 28;
    private static final int QUARTERS = 4;

    /**
     * A curve.
     *
     * @param name in the legend
     * @param kind the class of its colour
     * @param points x and y in order
     */
    record Curve(String name, String kind, List<double[]> points) {
        Curve {
            points = List.copyOf(points);
        }
    }

    private final String title;
    private final List<Curve> curves;
    private final double widest;
    private final double highest;

    /** A chart of these curves, from zero up. */
    Chart(String title, List<Curve> curves) {
        this.title = title;
        this.curves = List.copyOf(curves);
        this.widest = Math.max(most(0), 1);
        this.highest = rounded(Math.max(most(1), 0.001));
    }

    private double most(int axis) {
        return curves.stream()
                .flatMap(curve -> curve.points().stream())
                .mapToDouble(point -> point[axis])
                .max()
                .orElse(0);
    }

    /** The next of 1, 2, 5, 10, 20, 50 … that is not less. */
    private static double rounded(double value) {
        double power = Math.pow(10, Math.floor(Math.log10(value)));
        for (double step : new double[] {1, 2, 5, 10}) {
            if (step * power >= value) {
                return step * power;
            }
        }
        return 10 * power;
    }

    /** The chart as an element of HTML, with its legend. */
    String svg() {
        String legend =
                curves.stream()
                        .map(curve ->
                                "<span class=\"%s\">%s</span>"
                                        .formatted(curve.kind(), curve.name()))
                        .collect(Collectors.joining(" "));
        return """
        <figure><figcaption>%s <span class=legend>%s</span></figcaption>
        <svg viewBox="0 0 %d %d" role=img aria-label="%s">%s
        %s</svg></figure>
        """
                .formatted(title, legend, WIDTH, HEIGHT, title, axes(), lines());
    }

    private String axes() {
        List<String> parts = new ArrayList<>();
        for (int i = 0; i <= QUARTERS; i++) {
            double value = highest * i / QUARTERS;
            double second = widest * i / QUARTERS;
            parts.add(
                    String.format(
                            Locale.ROOT,
                            "<line class=grid x1=%d y1=%.1f x2=%d y2=%.1f />"
                                    + "<text class=y x=%d y=%.1f>%s</text>"
                                    + "<text class=x x=%.1f y=%d>%s s</text>",
                            LEFT,
                            y(value),
                            WIDTH - RIGHT,
                            y(value),
                            LEFT - 6,
                            y(value) + 4,
                            number(value),
                            x(second),
                            HEIGHT - 8,
                            number(second)));
        }
        return String.join("\n", parts);
    }

    private String lines() {
        return curves.stream()
                .map(curve ->
                        "<polyline class=\"%s\" points=\"%s\" />"
                                .formatted(curve.kind(), points(curve)))
                .collect(Collectors.joining("\n"));
    }

    private String points(Curve curve) {
        return curve.points().stream()
                .map(point -> String.format(Locale.ROOT, "%.1f,%.1f", x(point[0]), y(point[1])))
                .collect(Collectors.joining(" "));
    }

    private double x(double second) {
        return LEFT + (WIDTH - LEFT - RIGHT) * second / widest;
    }

    private double y(double value) {
        return HEIGHT - BOTTOM - (HEIGHT - BOTTOM - TOP) * value / highest;
    }

    private static String number(double value) {
        return value >= 100 || value == Math.rint(value)
                ? String.format(Locale.ROOT, "%,.0f", value)
                : String.format(Locale.ROOT, value < 1 ? "%.3f" : "%.1f", value);
    }
}
