package network.opencharging.bridge.tariff;

import java.math.BigDecimal;

/**
 * A price component with its place in the tariff, ready to be multiplied.
 *
 * @param element index of the element
 * @param component the price
 * @param restrictions when it applies
 * @param field where its cost is summed up
 * @param unitNet 3,600 times the price of one Wh, one second or one fee, without VAT: exact,
 *     because the division by 3,600 seconds comes last
 * @param unitGross the same with VAT
 */
record Choice(
        int element,
        PriceComponent component,
        Restrictions restrictions,
        CostField field,
        BigDecimal unitNet,
        BigDecimal unitGross) {
    private static final BigDecimal PER_WATT_HOUR = new BigDecimal("3.6");

    static Choice of(int index, TariffElement element, PriceComponent component) {
        BigDecimal net =
                switch (component.dimension()) {
                    case ENERGY -> component.price().multiply(PER_WATT_HOUR);
                    case TIME, PARKING_TIME -> component.price();
                    case FLAT -> component.price().multiply(CostSheet.HOUR);
                };
        BigDecimal factor =
                component
                        .vat()
                        .map(percent -> BigDecimal.ONE.add(percent.movePointLeft(2)))
                        .orElse(BigDecimal.ONE);
        return new Choice(
                index,
                component,
                element.restrictions(),
                field(element, component.dimension()),
                net,
                net.multiply(factor));
    }

    private static CostField field(TariffElement element, Dimension dimension) {
        if (element.restrictions().reservation().isPresent()) {
            return CostField.RESERVATION;
        }
        return switch (dimension) {
            case ENERGY -> CostField.ENERGY;
            case TIME -> CostField.TIME;
            case PARKING_TIME -> CostField.PARKING;
            case FLAT -> element.isParkingOnly() ? CostField.PARKING : CostField.FIXED;
        };
    }
}
