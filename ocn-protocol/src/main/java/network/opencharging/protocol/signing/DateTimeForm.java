package network.opencharging.protocol.signing;

/**
 * The form of a time in OCPI: {@code 2026-01-31T12:00:00}, then perhaps a point and one to nine
 * digits, then perhaps {@code Z} or {@code +01:00}. Every message has many of them.
 */
final class DateTimeForm {
    /** The highest digit that may stand in each place, and what must stand between. */
    private static final String SECONDS = "9999-19-39T29:59:69";

    private static final String OFFSET = "29:59";
    private static final int MOST_FRACTION = 9;

    private DateTimeForm() {}

    static boolean fits(String text) {
        if (!matches(text, 0, SECONDS)) {
            return false;
        }
        int zone = fraction(text, SECONDS.length());
        int left = text.length() - zone;
        if (zone < 0 || left == 0) {
            return zone > 0;
        }
        char sign = text.charAt(zone);
        return sign == 'Z'
                ? left == 1
                : (sign == '+' || sign == '-')
                        && left == 1 + OFFSET.length()
                        && matches(text, zone + 1, OFFSET);
    }

    /** Behind the fraction, where there is one; -1 when it is no good one. */
    private static int fraction(String text, int from) {
        if (from == text.length() || text.charAt(from) != '.') {
            return from;
        }
        int at = from + 1;
        while (at < text.length() && text.charAt(at) >= '0' && text.charAt(at) <= '9') {
            at++;
        }
        int digits = at - from - 1;
        return digits > 0 && digits <= MOST_FRACTION ? at : -1;
    }

    private static boolean matches(String text, int from, String form) {
        if (text.length() < from + form.length()) {
            return false;
        }
        for (int i = 0; i < form.length(); i++) {
            char most = form.charAt(i);
            char c = text.charAt(from + i);
            boolean digit = most >= '0' && most <= '9';
            if (digit ? c < '0' || c > most : c != most) {
                return false;
            }
        }
        return true;
    }
}
