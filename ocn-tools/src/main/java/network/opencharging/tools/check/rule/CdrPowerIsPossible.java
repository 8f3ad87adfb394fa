package network.opencharging.tools.check.rule;

import network.opencharging.bridge.model.Severity;
import network.opencharging.protocol.json.Json;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Consumer;

/** Energy is told in kWh: no station gives a thousand times what it could. */
final class CdrPowerIsPossible implements ObjectRule {
    private static final BigDecimal MEGAWATTS = BigDecimal.valueOf(4000);
    private static final BigDecimal HOUR = BigDecimal.valueOf(3600);

    @Override
    public String id() {
        return "CDR-5";
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
        Optional<BigDecimal> energy = Look.number(object, "total_energy");
        if (start.isEmpty() || end.isEmpty() || energy.isEmpty()) {
            return;
        }
        BigDecimal seconds =
                BigDecimal.valueOf(
                        Math.max(60, Duration.between(start.get(), end.get()).toSeconds()));
        BigDecimal most = MEGAWATTS.multiply(seconds).divide(HOUR, 3, RoundingMode.HALF_UP);
        if (energy.get().compareTo(most) > 0) {
            found.accept(
                    new Fault(
                            path + ".total_energy",
                            id(),
                            Severity.WARNING,
                            "is more than 4 MW could give in that time: perhaps Wh in place of"
                                    + " kWh"));
        }
    }
}
