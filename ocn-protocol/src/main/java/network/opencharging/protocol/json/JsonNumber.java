package network.opencharging.protocol.json;

/** The form of a number in JSON: RFC 8259 §6. */
final class JsonNumber {
    private final String text;
    private int at;

    private JsonNumber(String text) {
        this.text = text;
    }

    /** Whether the text is {@code -?(0|[1-9][0-9]*)(\\.[0-9]+)?([eE][+-]?[0-9]+)?}. */
    static boolean isLiteral(String text) {
        return new JsonNumber(text).isNumber();
    }

    private boolean isNumber() {
        skip('-', '-');
        boolean whole = skip('0', '0') || digits();
        boolean fraction = !skip('.', '.') || digits();
        boolean exponent = !skip('e', 'E') || exponent();
        return whole && fraction && exponent && at == text.length();
    }

    private boolean exponent() {
        skip('+', '-');
        return digits();
    }

    private boolean digits() {
        int from = at;
        while (at < text.length() && text.charAt(at) >= '0' && text.charAt(at) <= '9') {
            at++;
        }
        return at > from;
    }

    private boolean skip(char one, char other) {
        boolean there = at < text.length() && (text.charAt(at) == one || text.charAt(at) == other);
        at += there ? 1 : 0;
        return there;
    }
}
