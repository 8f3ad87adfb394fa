package network.opencharging.cli.output;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.Optional;

/** Amounts of a chain's own coin, for people. */
public final class Coins {
    private static final int DECIMALS = 18;

    private Coins() {}

    /** Wei as coins, without zeros at the end. */
    public static String of(BigInteger wei) {
        BigDecimal coins = new BigDecimal(wei, DECIMALS).stripTrailingZeros();
        return coins.signum() == 0 ? "0" : coins.toPlainString();
    }

    /** Coins as wei; empty when the text is no positive amount, or finer than a wei. */
    public static Optional<BigInteger> wei(String text) {
        try {
            BigInteger wei = new BigDecimal(text).movePointRight(DECIMALS).toBigIntegerExact();
            return wei.signum() > 0 ? Optional.of(wei) : Optional.empty();
        } catch (ArithmeticException | NumberFormatException e) {
            // What is no amount has none.
            return Optional.empty();
        }
    }
}
