package network.opencharging.tools.check.rule;

import network.opencharging.bridge.model.Severity;
import network.opencharging.protocol.json.Json;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Consumer;

/** Times of a CDR are hours and do not exceed the session. */
final class CdrTimeIsHours implements ObjectRule {
    private static final BigDecimal HOUR = BigDecimal.valueOf(3600);
    private static final BigDecimal ROUNDING = new BigDecimal("0.05");

    @Override
    public String id() {
        return "CDR-2";
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
        Optional<Instant> start = Look.time(object, "start_date_time");
        Optional<Instant> end = Look.time(object, "end_date_time");
        Optional<BigDecimal> hours = Look.number(object, "total_time");
        if (start.isEmpty()
                || end.isEmpty()
                || hours.isEmpty()
                || end.get().isBefore(start.get())) {
            return;
        }
        BigDecimal lasted =
                BigDecimal.valueOf(Duration.between(start.get(), end.get()).toSeconds())
                        .divide(HOUR, 4, RoundingMode.HALF_UP);
        if (hours.get().subtract(lasted).abs().compareTo(ROUNDING) > 0) {
            found.accept(
                    new Fault(
                            path + ".total_time",
                            id(),
                            hours.get().compareTo(lasted) > 0 ? Severity.ERROR : Severity.WARNING,
                            "is %s hours, and from start_date_time to end_date_time are %s hours"
                                    .formatted(
                                            hours.get().toPlainString(), lasted.toPlainString())));
        }
    }
}
