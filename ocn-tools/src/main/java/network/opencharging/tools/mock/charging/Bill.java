package network.opencharging.tools.mock.charging;

import network.opencharging.tools.json.JsonText;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

import java.math.BigDecimal;
import java.math.RoundingMode;

/**
 * What a session costs under the first element of its tariff: the flat fee and the energy (OCPI
 * 2.2.1 §11.4.2). The mock's cars leave when they have finished, so nothing else is owed.
 *
 * @param fixed the flat fees
 * @param energy the price of the energy
 * @param vat in percent
 */
public record Bill(BigDecimal fixed, BigDecimal energy, BigDecimal vat) {
    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

    /** The bill for that much energy. */
    public static Bill of(JsonNode tariff, BigDecimal kwh) {
        BigDecimal fixed = BigDecimal.ZERO;
        BigDecimal energy = BigDecimal.ZERO;
        BigDecimal vat = BigDecimal.ZERO;
        for (JsonNode component : tariff.path("elements").path(0).path("price_components")) {
            BigDecimal price = component.path("price").decimalValue();
            vat = component.path("vat").decimalValue(BigDecimal.ZERO);
            switch (component.path("type").asString()) {
                case "FLAT" -> fixed = fixed.add(price);
                case "ENERGY" -> energy = energy.add(price.multiply(kwh));
                default -> {
                    // PARKING_TIME and TIME: nobody stays longer than it takes.
                }
            }
        }
        return new Bill(fixed, energy, vat);
    }

    /** Everything together. */
    public ObjectNode total() {
        return price(fixed.add(energy));
    }

    /** The flat fees as an OCPI Price. */
    public ObjectNode fixedPrice() {
        return price(fixed);
    }

    /** The energy as an OCPI Price. */
    public ObjectNode energyPrice() {
        return price(energy);
    }

    /** Rounded half up to the cent, once, at the end. */
    private ObjectNode price(BigDecimal net) {
        BigDecimal gross = net.add(net.multiply(vat).divide(HUNDRED, 10, RoundingMode.HALF_UP));
        ObjectNode json = JsonText.object();
        json.put("excl_vat", net.setScale(2, RoundingMode.HALF_UP));
        json.put("incl_vat", gross.setScale(2, RoundingMode.HALF_UP));
        return json;
    }
}
