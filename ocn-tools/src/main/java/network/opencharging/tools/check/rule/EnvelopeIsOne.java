package network.opencharging.tools.check.rule;

import network.opencharging.bridge.model.Severity;
import network.opencharging.protocol.json.Json;

import java.math.BigDecimal;
import java.util.Optional;
import java.util.function.Consumer;

/** An answer says how it went, with a number and a time. */
final class EnvelopeIsOne implements ObjectRule {
    @Override
    public String id() {
        return "ENV-1";
    }

    @Override
    public String source() {
        return "OCPI 2.2.1 §4.1.6";
    }

    @Override
    public boolean concerns(String type) {
        return type.equals("Response");
    }

    @Override
    public void check(Json.Obj object, String path, Consumer<Fault> found) {
        Optional<BigDecimal> code = Look.number(object, "status_code");
        code.filter(value -> value.intValue() < 1000 || value.intValue() > 4999)
                .ifPresent(_ ->
                        found.accept(
                                new Fault(
                                        path + ".status_code",
                                        id(),
                                        Severity.ERROR,
                                        "must be a code of OCPI, from 1000 to 4999; perhaps it is"
                                                + " one of HTTP")));
    }
}
