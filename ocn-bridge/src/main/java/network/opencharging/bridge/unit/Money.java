package network.opencharging.bridge.unit;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Currency;
import java.util.Optional;

/**
 * An amount of money as OCPI writes it: without VAT, and with VAT where VAT is known (OCPI 2.2.1,
 * class Price; the number type has four decimals).
 *
 * <p>Both amounts are kept with exactly four decimals, so equal amounts are equal values. Negative
 * amounts are allowed: credits need them.
 *
 * @param currency ISO 4217
 * @param exclVat without VAT, four decimals
 * @param inclVat with VAT, four decimals; empty when nobody said which VAT applies, which is not
 *     the same as equal to {@code exclVat}
 */
public record Money(Currency currency, BigDecimal exclVat, Optional<BigDecimal> inclVat) {

    /** Decimals of an OCPI number. */
    public static final int DECIMALS = 4;

    /**
     * Checks and brings both amounts to four decimals.
     *
     * @throws IllegalArgumentException when an amount has more than four decimals
     */
    public Money {
        exclVat = fourDecimals(exclVat);
        if (inclVat.isPresent() && inclVat.get().scale() != DECIMALS) {
            inclVat = Optional.of(fourDecimals(inclVat.get()));
        }
    }

    /** An amount with known VAT. */
    public static Money of(Currency currency, BigDecimal exclVat, BigDecimal inclVat) {
        return new Money(currency, exclVat, Optional.of(inclVat));
    }

    /** An amount of which nobody said which VAT applies. */
    public static Money withoutVat(Currency currency, BigDecimal exclVat) {
        return new Money(currency, exclVat, Optional.empty());
    }

    /**
     * The sum.
     *
     * @throws IllegalArgumentException when currencies differ or VAT is known for one only
     */
    public Money plus(Money other) {
        if (!currency.equals(other.currency)) {
            throw new IllegalArgumentException(
                    "%s and %s cannot be added".formatted(currency, other.currency));
        }
        if (inclVat.isPresent() != other.inclVat.isPresent()) {
            throw new IllegalArgumentException(
                    "an amount with known VAT and one without cannot be added");
        }
        return new Money(
                currency,
                exclVat.add(other.exclVat),
                inclVat.map(gross -> gross.add(other.inclVat.orElseThrow())));
    }

    /**
     * The difference.
     *
     * @throws IllegalArgumentException when currencies differ or VAT is known for one only
     */
    public Money minus(Money other) {
        return plus(other.negated());
    }

    /** The same amount with the other sign, as a credit CDR carries it. */
    public Money negated() {
        return new Money(currency, exclVat.negate(), inclVat.map(BigDecimal::negate));
    }

    /**
     * What is to be paid: with VAT where known, rounded half up to the currency's smallest unit.
     * This is the last rounding of a bill; it happens here and nowhere else.
     */
    public BigDecimal payable() {
        int digits = Math.max(0, currency.getDefaultFractionDigits());
        return inclVat.orElse(exclVat).setScale(digits, RoundingMode.HALF_UP);
    }

    /** For people: {@code 1.2000 EUR (1.4400 with VAT)}. */
    @Override
    public String toString() {
        String net = exclVat.toPlainString() + " " + currency.getCurrencyCode();
        return inclVat.map(gross -> net + " (" + gross.toPlainString() + " with VAT)").orElse(net);
    }

    private static BigDecimal fourDecimals(BigDecimal amount) {
        if (amount.scale() == DECIMALS) {
            return amount;
        }
        try {
            return amount.setScale(DECIMALS, RoundingMode.UNNECESSARY);
        } catch (ArithmeticException e) {
            throw new IllegalArgumentException(
                    "an amount has at most four decimals, not " + amount.toPlainString(), e);
        }
    }
}
