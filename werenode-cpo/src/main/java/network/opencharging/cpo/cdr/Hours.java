package network.opencharging.cpo.cdr;

import java.math.BigDecimal;
import java.math.RoundingMode;

/**
 * Seconds one after the other as OCPI's hours with four decimals, each rounded so that they add up:
 * the rounded sum up to this one less the rounded sum up to the one before.
 */
final class Hours {
    private static final BigDecimal HOUR = BigDecimal.valueOf(3_600);
    private long seconds;

    BigDecimal add(long more) {
        BigDecimal before = total();
        seconds += more;
        return total().subtract(before);
    }

    BigDecimal total() {
        return BigDecimal.valueOf(seconds).divide(HOUR, 4, RoundingMode.HALF_UP);
    }
}
