package network.opencharging.tools.check.rule;

import network.opencharging.bridge.model.Severity;
import network.opencharging.protocol.json.Json;

import java.util.function.Consumer;

/** A PATCH of a Location does not carry its EVSEs: a list in a PATCH replaces the whole list. */
final class PatchLeavesChildren implements ObjectRule {
    @Override
    public String id() {
        return "PATCH-1";
    }

    @Override
    public String source() {
        return "OCPI 2.2.1 §8.2.2.3";
    }

    @Override
    public boolean concerns(String type) {
        return type.equals("Location") || type.equals("EVSE");
    }

    @Override
    public void check(Json.Obj object, String path, Consumer<Fault> found) {
        for (String child : new String[] {"evses", "connectors"}) {
            if (object.member(child).isPresent()) {
                found.accept(
                        new Fault(
                                path + "." + child,
                                id(),
                                Severity.WARNING,
                                "replaces the whole list: PATCH the object below with its own"
                                        + " URL"));
            }
        }
    }
}
