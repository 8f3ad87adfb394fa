package network.opencharging.tools.check.rule;

import network.opencharging.bridge.model.Severity;
import network.opencharging.protocol.json.Json;

import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;

/** For every dimension that is priced there is a price when no restriction fits. */
final class TariffAlwaysApplies implements ObjectRule {
    @Override
    public String id() {
        return "TAR-3";
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
        Set<String> priced = new TreeSet<>();
        Set<String> always = new TreeSet<>();
        for (Json.Obj element : Look.objects(object, "elements")) {
            for (Json.Obj component : Look.objects(element, "price_components")) {
                component.textOf("type").ifPresent(priced::add);
                if (element.objectOf("restrictions")
                        .filter(rules -> !rules.members().isEmpty())
                        .isEmpty()) {
                    component.textOf("type").ifPresent(always::add);
                }
            }
        }
        priced.removeAll(always);
        for (String dimension : priced) {
            found.accept(
                    new Fault(
                            path + ".elements",
                            id(),
                            Severity.NOTE,
                            "has a price for %s under restrictions only: outside of them it costs nothing"
                                    .formatted(dimension)));
        }
    }
}
