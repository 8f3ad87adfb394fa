package network.opencharging.bridge.tariff;

import network.opencharging.bridge.unit.Money;

import java.math.BigDecimal;
import java.util.Optional;

/**
 * The least and the most that a session may cost; each holds without VAT and with VAT on its own
 * (OCPI 2.2.1 §11.3.1, min_price and max_price).
 *
 * @param min a session costs at least this
 * @param max a session costs at most this
 */
public record PriceLimits(Optional<Money> min, Optional<Money> max) {

    /** No limit. */
    public static final PriceLimits NONE = new PriceLimits(Optional.empty(), Optional.empty());

    /**
     * Checks the order.
     *
     * @throws IllegalArgumentException when a limit is negative, smaller with VAT than without, or
     *     the least is above the most
     */
    public PriceLimits {
        min.ifPresent(PriceLimits::refuseNonsense);
        max.ifPresent(PriceLimits::refuseNonsense);
        if (min.isPresent() && max.isPresent() && isAbove(min.get(), max.get())) {
            throw new IllegalArgumentException("min_price must not be above max_price");
        }
    }

    /** The cost brought between the limits, without VAT and with VAT separately. */
    Money limit(Money cost) {
        BigDecimal net = cost.exclVat();
        Optional<BigDecimal> gross = cost.inclVat();
        if (min.isPresent()) {
            Optional<BigDecimal> least = min.get().inclVat();
            net = net.max(min.get().exclVat());
            gross = gross.map(amount -> least.map(amount::max).orElse(amount));
        }
        if (max.isPresent()) {
            Optional<BigDecimal> most = max.get().inclVat();
            net = net.min(max.get().exclVat());
            gross = gross.map(amount -> most.map(amount::min).orElse(amount));
        }
        return new Money(cost.currency(), net, gross);
    }

    private static void refuseNonsense(Money limit) {
        if (limit.exclVat().signum() < 0) {
            throw new IllegalArgumentException("a price limit must not be negative");
        }
        if (limit.inclVat().filter(gross -> gross.compareTo(limit.exclVat()) < 0).isPresent()) {
            throw new IllegalArgumentException(
                    "a price limit's incl_vat must not be less than its excl_vat");
        }
    }

    private static boolean isAbove(Money min, Money max) {
        boolean grossAbove =
                min.inclVat().isPresent()
                        && max.inclVat().isPresent()
                        && min.inclVat().get().compareTo(max.inclVat().get()) > 0;
        return grossAbove || min.exclVat().compareTo(max.exclVat()) > 0;
    }
}
