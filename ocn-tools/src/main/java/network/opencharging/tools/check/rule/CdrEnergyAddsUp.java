package network.opencharging.tools.check.rule;

import network.opencharging.bridge.model.Severity;
import network.opencharging.protocol.json.Json;

import java.math.BigDecimal;
import java.util.Optional;
import java.util.function.Consumer;

/** The energy of a CDR is the energy of its periods. */
final class CdrEnergyAddsUp implements ObjectRule {
    private static final BigDecimal ROUNDING = new BigDecimal("0.01");

    private static boolean differ(BigDecimal one, BigDecimal other) {
        return one.subtract(other).abs().compareTo(ROUNDING) > 0;
    }

    @Override
    public String id() {
        return "CDR-1";
    }

    @Override
    public String source() {
        return "OCPI 2.2.1 §10.3.1";
    }

    @Override
    public boolean concerns(String type) {
        return type.equals("CDR");
    }

    @Override
    public void check(Json.Obj object, String path, Consumer<Fault> found) {
        Optional<BigDecimal> total = Look.number(object, "total_energy");
        Optional<BigDecimal> sum =
                Look.objects(object, "charging_periods").stream()
                        .flatMap(period -> Look.objects(period, "dimensions").stream())
                        .filter(dimension ->
                                dimension.textOf("type").filter("ENERGY"::equals).isPresent())
                        .flatMap(dimension -> Look.number(dimension, "volume").stream())
                        .reduce(BigDecimal::add);
        if (total.isPresent() && sum.isPresent() && differ(total.get(), sum.get())) {
            found.accept(
                    new Fault(
                            path + ".total_energy",
                            id(),
                            Severity.ERROR,
                            "is %s kWh, and the ENERGY of the periods is %s kWh in sum"
                                    .formatted(
                                            total.get().toPlainString(),
                                            sum.get().toPlainString())));
        }
    }
}
