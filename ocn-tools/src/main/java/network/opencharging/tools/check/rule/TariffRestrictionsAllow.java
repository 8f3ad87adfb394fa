package network.opencharging.tools.check.rule;

import network.opencharging.bridge.model.Severity;
import network.opencharging.protocol.json.Json;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** A restriction leaves something that it allows. */
final class TariffRestrictionsAllow implements ObjectRule {
    private static final List<String> PAIRS = List.of("kwh", "current", "power", "duration");

    @Override
    public String id() {
        return "TAR-1";
    }

    @Override
    public String source() {
        return "OCPI 2.2.1 §11.4.6";
    }

    @Override
    public boolean concerns(String type) {
        return type.equals("TariffRestrictions");
    }

    @Override
    public void check(Json.Obj object, String path, Consumer<Fault> found) {
        for (String of : PAIRS) {
            Optional<BigDecimal> least = Look.number(object, "min_" + of);
            Optional<BigDecimal> most = Look.number(object, "max_" + of);
            if (least.isPresent() && most.isPresent() && least.get().compareTo(most.get()) >= 0) {
                found.accept(
                        new Fault(
                                path + ".max_" + of,
                                id(),
                                Severity.ERROR,
                                "must be more than min_" + of + ": nothing lies between"));
            }
        }
    }
}
