package network.opencharging.tools.check.rule;

import network.opencharging.bridge.model.Severity;
import network.opencharging.protocol.json.Json;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** The least price is not above the greatest. */
final class TariffPricesAllow implements ObjectRule {
    private static Optional<BigDecimal> price(Json.Obj tariff, String field, String part) {
        return tariff.objectOf(field).flatMap(price -> Look.number(price, part));
    }

    @Override
    public String id() {
        return "TAR-2";
    }

    @Override
    public String source() {
        return "OCPI 2.2.1 §11.3.1";
    }

    @Override
    public boolean concerns(String type) {
        return type.equals("Tariff");
    }

    @Override
    public void check(Json.Obj object, String path, Consumer<Fault> found) {
        for (String part : List.of("excl_vat", "incl_vat")) {
            Optional<BigDecimal> least = price(object, "min_price", part);
            Optional<BigDecimal> most = price(object, "max_price", part);
            if (least.isPresent() && most.isPresent() && least.get().compareTo(most.get()) > 0) {
                found.accept(
                        new Fault(
                                path + ".max_price." + part,
                                id(),
                                Severity.ERROR,
                                "must not be less than min_price"));
            }
        }
    }
}
