package network.opencharging.tools.check.rule;

import network.opencharging.bridge.model.Severity;
import network.opencharging.protocol.json.Json;

import java.time.Instant;
import java.util.Optional;
import java.util.function.Consumer;

/** What begins ends later. */
final class TimesInOrder implements ObjectRule {
    private void later(
            Json.Obj object, String path, String begin, String end, Consumer<Fault> found) {
        Optional<Instant> from = Look.time(object, begin);
        Optional<Instant> to = Look.time(object, end);
        if (from.isPresent() && to.isPresent() && to.get().isBefore(from.get())) {
            found.accept(
                    new Fault(
                            path + "." + end,
                            id(),
                            Severity.ERROR,
                            "must not lie before " + begin));
        }
    }

    @Override
    public String id() {
        return "TIME-4";
    }

    @Override
    public String source() {
        return "OCPI 2.2.1 §9.3.1, §10.3.1, §11.3.1";
    }

    @Override
    public boolean concerns(String type) {
        return type.equals("Session")
                || type.equals("CDR")
                || type.equals("Tariff")
                || type.equals("ExceptionalPeriod")
                || type.equals("StatusSchedule");
    }

    @Override
    public void check(Json.Obj object, String path, Consumer<Fault> found) {
        later(object, path, "start_date_time", "end_date_time", found);
        later(object, path, "period_begin", "period_end", found);
    }
}
