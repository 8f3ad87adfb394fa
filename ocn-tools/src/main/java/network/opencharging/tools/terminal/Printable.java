package network.opencharging.tools.terminal;

/** Text from elsewhere, made harmless for a terminal. */
public final class Printable {
    private Printable() {}

    /** With control characters written as escapes, so that nothing moves the cursor. */
    public static String of(String text) {
        StringBuilder safe = new StringBuilder(text.length());
        text.codePoints()
                .forEach(point -> {
                    if (Character.isISOControl(point)
                            || Character.getType(point) == Character.FORMAT) {
                        safe.append("\\u%04x".formatted(point));
                    } else {
                        safe.appendCodePoint(point);
                    }
                });
        return safe.toString();
    }
}
