package network.opencharging.benchmarks.profile;

import java.util.Locale;

/** Draws stacks as a flame graph: an SVG without script, whose boxes tell their whole name. */
public final class Flames {
    private static final int WIDTH = 1200;
    private static final int ROW = 16;
    private static final double NARROWEST = 1.5;
    private static final double LETTER = 6.2;

    private final StringBuilder boxes = new StringBuilder();
    private final int all;
    private int deepest;

    private Flames(int all) {
        this.all = all;
    }

    /** The graph; the first callers are at the top. */
    public static String draw(String title, Stacks stacks) {
        Flames flames = new Flames(Math.max(1, stacks.samples()));
        flames.box(stacks, 0, 0);
        int height = (flames.deepest + 1) * ROW + 40;
        return """
        <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 %d %d" font-family="monospace" font-size="10">
        <style>text{fill:#111;pointer-events:none}.t{fill:#888;font-size:13px}rect{stroke:#fff;stroke-width:.4}.o{fill:#7fc3a0}.n{fill:#9db7e0}.j{fill:#e5c48f}.x{fill:#d9a0a0}</style>
        <text class="t" x="4" y="16">%s: %,d samples; green the node, blue Netty, red other libraries, yellow the JDK</text>
        %s</svg>
        """
                .formatted(WIDTH, height, escaped(title), stacks.samples(), flames.boxes);
    }

    private void box(Stacks stacks, double left, int depth) {
        double width = (double) stacks.samples() / all * WIDTH;
        if (width < NARROWEST) {
            return;
        }
        deepest = Math.max(deepest, depth);
        int top = 24 + depth * ROW;
        boxes.append(
                String.format(
                        Locale.ROOT,
                        "<g><title>%s %.1f%%</title><rect class=\"%s\" x=\"%.1f\" y=\"%d\""
                                + " width=\"%.1f\" height=\"%d\"/>",
                        escaped(stacks.name()),
                        100.0 * stacks.samples() / all,
                        kind(stacks.name()),
                        left,
                        top,
                        width,
                        ROW - 1));
        String label = label(stacks.name(), width);
        if (!label.isEmpty()) {
            boxes.append(
                    String.format(
                            Locale.ROOT,
                            "<text x=\"%.1f\" y=\"%d\">%s</text>",
                            left + 2,
                            top + 11,
                            escaped(label)));
        }
        boxes.append("</g>\n");
        double next = left;
        for (Stacks call : stacks.calls()) {
            box(call, next, depth + 1);
            next += (double) call.samples() / all * WIDTH;
        }
    }

    /** Class and method, as far as there is room. */
    private static String label(String name, double width) {
        int method = name.lastIndexOf('.');
        String brief = method < 0 ? name : name.substring(name.lastIndexOf('.', method - 1) + 1);
        int room = (int) (width / LETTER);
        return room < 4 ? "" : brief.substring(0, Math.min(brief.length(), room));
    }

    private static String kind(String name) {
        return name.startsWith("network.opencharging.")
                ? "o"
                : name.startsWith("io.netty.")
                        ? "n"
                        : name.startsWith("java")
                                        || name.startsWith("jdk.")
                                        || name.startsWith("sun.")
                                ? "j"
                                : "x";
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    }
}
