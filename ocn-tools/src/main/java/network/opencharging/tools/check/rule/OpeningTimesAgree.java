package network.opencharging.tools.check.rule;

import network.opencharging.bridge.model.Severity;
import network.opencharging.protocol.json.Json;

import java.util.function.Consumer;

/** A place is open day and night, or at regular hours, not both. */
final class OpeningTimesAgree implements ObjectRule {
    @Override
    public String id() {
        return "LOC-1";
    }

    @Override
    public String source() {
        return "OCPI 2.2.1 §8.4.14";
    }

    @Override
    public boolean concerns(String type) {
        return type.equals("Hours");
    }

    @Override
    public void check(Json.Obj object, String path, Consumer<Fault> found) {
        boolean always =
                object.member("twentyfourseven").orElse(Json.Null.NULL)
                                instanceof Json.Bool(boolean value)
                        && value;
        if (always && !Look.isEmptyList(object, "regular_hours")) {
            found.accept(
                    new Fault(
                            path + ".regular_hours",
                            id(),
                            Severity.WARNING,
                            "says hours although twentyfourseven is true"));
        }
    }
}
