package network.opencharging.bridge.tariff;

import network.opencharging.bridge.unit.Money;

import java.util.Currency;
import java.util.List;
import java.util.stream.Stream;

/**
 * The prices of a tariff.
 *
 * <p>For every moment and dimension the first element in the list decides that prices the dimension
 * and whose restrictions hold; a dimension that no element prices costs nothing.
 *
 * @param currency ISO 4217
 * @param limits least and most cost of a session
 * @param elements in order of precedence, at least one
 */
public record PriceList(Currency currency, PriceLimits limits, List<TariffElement> elements) {

    /**
     * Copies the elements.
     *
     * @throws IllegalArgumentException when there is no element, or a limit is in another currency
     *     or does not tell VAT as the elements do
     */
    public PriceList {
        elements = List.copyOf(elements);
        if (elements.isEmpty()) {
            throw new IllegalArgumentException(
                    "a tariff needs an element: free charging is one FLAT component of 0.00");
        }
        boolean vat = tellsVat(elements);
        for (Money limit :
                Stream.of(limits.min(), limits.max()).flatMap(o -> o.stream()).toList()) {
            if (!limit.currency().equals(currency)) {
                throw new IllegalArgumentException("price limits are in the tariff's currency");
            }
            if (limit.inclVat().isPresent() != vat) {
                throw new IllegalArgumentException(
                        "price limits give incl_vat exactly when a price component gives vat");
            }
        }
    }

    /**
     * Whether any component names a VAT. When none does, amounts with VAT cannot be told; when some
     * do, the others bear none.
     */
    public boolean tellsVat() {
        return tellsVat(elements);
    }

    private static boolean tellsVat(List<TariffElement> elements) {
        return elements.stream()
                .flatMap(element -> element.components().stream())
                .anyMatch(component -> component.vat().isPresent());
    }
}
