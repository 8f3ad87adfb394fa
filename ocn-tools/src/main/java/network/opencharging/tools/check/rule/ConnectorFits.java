package network.opencharging.tools.check.rule;

import network.opencharging.bridge.model.Severity;
import network.opencharging.protocol.json.Json;

import java.util.Set;
import java.util.function.Consumer;

/** Current, standard and format of a connector can stand together. */
final class ConnectorFits implements ObjectRule {
    private static final Set<String> DIRECT =
            Set.of("CHADEMO", "IEC_62196_T1_COMBO", "IEC_62196_T2_COMBO");

    @Override
    public String id() {
        return "LOC-2";
    }

    @Override
    public String source() {
        return "OCPI 2.2.1 §8.3.3";
    }

    @Override
    public boolean concerns(String type) {
        return type.equals("Connector");
    }

    @Override
    public void check(Json.Obj object, String path, Consumer<Fault> found) {
        String standard = object.textOf("standard").orElse("");
        String power = object.textOf("power_type").orElse("");
        if (DIRECT.contains(standard) && power.startsWith("AC")) {
            found.accept(
                    new Fault(
                            path + ".power_type",
                            id(),
                            Severity.ERROR,
                            "must be DC: %s charges with direct current".formatted(standard)));
        }
        if (DIRECT.contains(standard) && object.textOf("format").orElse("").equals("SOCKET")) {
            found.accept(
                    new Fault(
                            path + ".format",
                            id(),
                            Severity.WARNING,
                            "is SOCKET, but %s has its cable fixed: perhaps CABLE and SOCKET are"
                                            .formatted(standard)
                                    + " exchanged"));
        }
    }
}
