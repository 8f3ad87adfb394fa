package network.opencharging.protocol.signing;

import java.math.BigDecimal;

/** Number::toString of ECMA-262, base ten. */
final class EcmaNumber {
    private EcmaNumber() {}

    static String text(double value) {
        if (value == 0) {
            return "0";
        }
        if (Double.isInfinite(value)) {
            return value > 0 ? "Infinity" : "-Infinity";
        }
        return value < 0 ? "-" + positive(-value) : positive(value);
    }

    /** The value is 0.DIGITS times ten to the power of n. */
    private static String positive(double value) {
        BigDecimal shortest = shortest(value);
        String digits = shortest.unscaledValue().toString();
        int k = digits.length();
        int n = k - shortest.scale();
        if (k <= n && n <= 21) {
            return digits + "0".repeat(n - k);
        }
        if (0 < n && n <= 21) {
            return digits.substring(0, n) + "." + digits.substring(n);
        }
        if (-6 < n && n <= 0) {
            return "0." + "0".repeat(-n) + digits;
        }
        String exponent = (n > 0 ? "e+" : "e-") + Math.abs(n - 1);
        return k == 1 ? digits + exponent : digits.charAt(0) + "." + digits.substring(1) + exponent;
    }

    /**
     * The fewest digits that still mean this double. Java's own text has them, but for one case: it
     * never goes below two digits, where 5e-324 needs only one.
     */
    private static BigDecimal shortest(double value) {
        BigDecimal digits = new BigDecimal(Double.toString(value)).stripTrailingZeros();
        if (digits.precision() != 2) {
            return digits;
        }
        BigDecimal one = digits.round(new java.math.MathContext(1)).stripTrailingZeros();
        return one.doubleValue() == value ? one : digits;
    }
}
