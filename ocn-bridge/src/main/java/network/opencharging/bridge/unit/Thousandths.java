package network.opencharging.bridge.unit;

import java.math.BigDecimal;

/** Turns a decimal of a unit into whole thousandths of it, or says why it cannot. */
final class Thousandths {
    private Thousandths() {}

    static long exact(String what, String unit, String thousandth, BigDecimal value) {
        try {
            return value.movePointRight(3).longValueExact();
        } catch (ArithmeticException e) {
            throw new IllegalArgumentException(
                    "%s is counted in whole %s: %s %s is finer or too large"
                            .formatted(what, thousandth, value.toPlainString(), unit),
                    e);
        }
    }
}
