package network.opencharging.tools.check.rule;

import network.opencharging.bridge.model.Severity;
import network.opencharging.protocol.json.Json;

import java.util.function.Consumer;

/** A credit CDR names the CDR that it takes back. */
final class CreditNamesItsCdr implements ObjectRule {
    @Override
    public String id() {
        return "CDR-6";
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
        boolean credit =
                object.member("credit").orElse(Json.Null.NULL) instanceof Json.Bool(boolean value)
                        && value;
        if (credit && object.textOf("credit_reference_id").isEmpty()) {
            found.accept(
                    new Fault(
                            path + ".credit_reference_id",
                            id(),
                            Severity.ERROR,
                            "is required where credit is true"));
        }
    }
}
