package network.opencharging.tools.check.rule;

import network.opencharging.bridge.model.Severity;
import network.opencharging.protocol.json.Json;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** Periods of a CDR or Session follow each other inside of it. */
final class CdrPeriodsInOrder implements ObjectRule {
    @Override
    public String id() {
        return "CDR-4";
    }

    @Override
    public String source() {
        return "OCPI 2.2.1 §10.4.6";
    }

    @Override
    public boolean concerns(String type) {
        return type.equals("CDR") || type.equals("Session");
    }

    @Override
    public void check(Json.Obj object, String path, Consumer<Fault> found) {
        Optional<Instant> before = Look.time(object, "start_date_time");
        Optional<Instant> end = Look.time(object, "end_date_time");
        List<Json.Obj> periods = Look.objects(object, "charging_periods");
        for (int i = 0; i < periods.size(); i++) {
            Optional<Instant> begin = Look.time(periods.get(i), "start_date_time");
            String at = "%s.charging_periods[%d].start_date_time".formatted(path, i);
            if (begin.isPresent() && before.isPresent() && begin.get().isBefore(before.get())) {
                String than = i == 0 ? "the session" : "the period before it";
                found.accept(new Fault(at, id(), Severity.ERROR, "begins before " + than));
            }
            if (begin.isPresent() && end.isPresent() && begin.get().isAfter(end.get())) {
                found.accept(new Fault(at, id(), Severity.ERROR, "begins after the end"));
            }
            before = begin.or(() -> Optional.empty());
        }
    }
}
