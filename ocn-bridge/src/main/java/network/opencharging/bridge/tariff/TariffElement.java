package network.opencharging.bridge.tariff;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/**
 * Price components that share their restrictions (OCPI 2.2.1 §11.4.4).
 *
 * @param components at least one, each dimension at most once
 * @param restrictions when they apply
 */
public record TariffElement(List<PriceComponent> components, Restrictions restrictions) {

    /**
     * Copies the components.
     *
     * @throws IllegalArgumentException when there is none, a dimension comes twice, or a
     *     reservation's element prices energy or parking
     */
    public TariffElement {
        components = List.copyOf(components);
        if (components.isEmpty()) {
            throw new IllegalArgumentException("an element needs at least one price component");
        }
        Set<Dimension> seen = EnumSet.noneOf(Dimension.class);
        for (PriceComponent component : components) {
            if (!seen.add(component.dimension())) {
                throw new IllegalArgumentException(
                        "an element prices %s once".formatted(component.dimension()));
            }
            if (restrictions.reservation().isPresent() && !reservable(component.dimension())) {
                throw new IllegalArgumentException(
                        "a reservation has only FLAT and TIME, not " + component.dimension());
            }
        }
    }

    static boolean reservable(Dimension dimension) {
        return dimension == Dimension.FLAT || dimension == Dimension.TIME;
    }

    /** Whether the element prices parking and no other use, so that its FLAT is part of parking. */
    boolean isParkingOnly() {
        return prices(Dimension.PARKING_TIME)
                && !prices(Dimension.TIME)
                && !prices(Dimension.ENERGY);
    }

    /** Whether a component prices the dimension. */
    boolean prices(Dimension dimension) {
        return components.stream().anyMatch(component -> component.dimension() == dimension);
    }
}
