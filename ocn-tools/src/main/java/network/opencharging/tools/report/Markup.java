package network.opencharging.tools.report;

/** Text from elsewhere, made harmless in XML and HTML. */
public final class Markup {
    private static final int MOST = 2_000;

    private Markup() {}

    /**
     * The text for XML: with references for what has a meaning, and without what is not allowed
     * there; no more than two thousand characters.
     */
    public static String safe(String text) {
        int[] points =
                text.codePoints()
                        .limit(MOST)
                        .map(point -> allowed(point) ? point : 0xFFFD)
                        .toArray();
        return whole(new String(points, 0, points.length));
    }

    /** The whole text for HTML, with references for what has a meaning there. */
    public static String whole(String text) {
        StringBuilder safe = new StringBuilder(text.length());
        text.codePoints()
                .forEach(point -> {
                    switch (point) {
                        case '<' -> safe.append("&lt;");
                        case '>' -> safe.append("&gt;");
                        case '&' -> safe.append("&amp;");
                        case '"' -> safe.append("&quot;");
                        case '\'' -> safe.append("&#39;");
                        default -> safe.appendCodePoint(point);
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
}
