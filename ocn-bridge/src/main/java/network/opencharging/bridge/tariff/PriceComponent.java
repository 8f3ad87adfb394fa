package network.opencharging.bridge.tariff;

import java.math.BigDecimal;
import java.util.Optional;

/**
 * The price of one dimension (OCPI 2.2.1 §11.4.2).
 *
 * @param dimension what is priced
 * @param price without VAT: per kWh for energy, per hour for times, the fee itself for FLAT; not
 *     negative, at most four decimals
 * @param vat percent; empty means that no VAT applies, which is not the same as zero percent
 * @param stepSize Wh for energy, seconds for times, 1 for FLAT; at least 1
 */
public record PriceComponent(
        Dimension dimension, BigDecimal price, Optional<BigDecimal> vat, int stepSize) {
    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

    /**
     * Checks the amounts.
     *
     * @throws IllegalArgumentException naming what is out of range
     */
    public PriceComponent {
        if (price.signum() < 0 || decimals(price) > 4) {
            throw new IllegalArgumentException(
                    "price must not be negative and have at most four decimals");
        }
        if (vat.isPresent() && !isPercentage(vat.get())) {
            throw new IllegalArgumentException(
                    "vat is a percentage from 0 to 100 with at most four decimals");
        }
        if (stepSize < 1) {
            throw new IllegalArgumentException(
                    "step_size must be at least 1: 1 bills every %s"
                            .formatted(dimension == Dimension.ENERGY ? "Wh" : "second"));
        }
        if (dimension == Dimension.FLAT && stepSize != 1) {
            throw new IllegalArgumentException(
                    "a FLAT fee has no unit to count in steps: step_size must be 1");
        }
    }

    private static boolean isPercentage(BigDecimal vat) {
        return vat.signum() >= 0 && vat.compareTo(HUNDRED) <= 0 && decimals(vat) <= 4;
    }

    static int decimals(BigDecimal number) {
        return Math.max(0, number.stripTrailingZeros().scale());
    }
}
