package network.opencharging.tools.check.rule;

import network.opencharging.bridge.model.Severity;
import network.opencharging.protocol.json.Json;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** The cost of a CDR is the sum of its parts. */
final class CdrCostAddsUp implements ObjectRule {
    private static final List<String> PARTS =
            List.of(
                    "total_fixed_cost",
                    "total_energy_cost",
                    "total_time_cost",
                    "total_parking_cost",
                    "total_reservation_cost");
    private static final BigDecimal ROUNDING = new BigDecimal("0.02");

    private static Optional<BigDecimal> cost(Json.Obj cdr, String field) {
        return cdr.objectOf(field).flatMap(price -> Look.number(price, "excl_vat"));
    }

    @Override
    public String id() {
        return "CDR-3";
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
        Optional<BigDecimal> total = cost(object, "total_cost");
        List<BigDecimal> parts =
                PARTS.stream().flatMap(part -> cost(object, part).stream()).toList();
        BigDecimal sum = parts.stream().reduce(BigDecimal.ZERO, BigDecimal::add);
        if (total.isPresent()
                && !parts.isEmpty()
                && total.get().subtract(sum).abs().compareTo(ROUNDING) > 0) {
            found.accept(
                    new Fault(
                            path + ".total_cost.excl_vat",
                            id(),
                            Severity.WARNING,
                            "is %s, and its parts are %s in sum: only a least or greatest price of the tariff explains that"
                                    .formatted(total.get().toPlainString(), sum.toPlainString())));
        }
    }
}
