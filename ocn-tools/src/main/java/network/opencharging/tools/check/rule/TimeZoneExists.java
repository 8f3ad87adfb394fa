package network.opencharging.tools.check.rule;

import network.opencharging.bridge.model.Severity;
import network.opencharging.protocol.json.Json;

import java.time.ZoneId;
import java.util.Set;
import java.util.function.Consumer;

/** Opening times and tariffs are told in a time zone that the world knows. */
final class TimeZoneExists implements ObjectRule {
    private static final Set<String> ZONES = Set.copyOf(ZoneId.getAvailableZoneIds());

    @Override
    public String id() {
        return "TIME-3";
    }

    @Override
    public String source() {
        return "OCPI 2.2.1 §8.3.1, IANA tz database";
    }

    @Override
    public boolean concerns(String type) {
        return type.equals("Location");
    }

    @Override
    public void check(Json.Obj object, String path, Consumer<Fault> found) {
        object.textOf("time_zone")
                .filter(zone -> !ZONES.contains(zone))
                .ifPresent(_ ->
                        found.accept(
                                new Fault(
                                        path + ".time_zone",
                                        id(),
                                        Severity.ERROR,
                                        "must be a name of the IANA time zone database, such as"
                                                + " Europe/Oslo")));
    }
}
