package network.opencharging.tools.audit;

import network.opencharging.bridge.tariff.ChargingHistory;
import network.opencharging.bridge.tariff.Period;
import network.opencharging.bridge.tariff.ReservationEnd;
import network.opencharging.bridge.unit.WattHours;
import network.opencharging.protocol.json.Json;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * What happened at the plug, as the charging periods of a CDR or a Session tell it (OCPI 2.2.1
 * §10.4.6, §9.3.1): a period lasts until the next one begins, the last one to the end.
 */
final class Course {
    private static final BigDecimal HOUR = BigDecimal.valueOf(3600);

    private final List<Period> periods = new ArrayList<>();
    private final boolean session;
    private Instant at;
    private BigDecimal carried = BigDecimal.ZERO;

    private Course(Instant start, boolean session) {
        this.at = start;
        this.session = session;
    }

    /**
     * The history.
     *
     * @param object a CDR or a Session
     * @throws IllegalArgumentException saying why there is none
     */
    static ChargingHistory of(Json.Obj object) {
        Instant start = moment(object, "start_date_time");
        Instant end = moment(object, "end_date_time");
        List<Json.Obj> told = Fields.objects(object, "charging_periods");
        if (told.isEmpty()) {
            throw new IllegalArgumentException("it tells no charging_periods");
        }
        boolean used =
                told.stream().anyMatch(period -> volume(period, "RESERVATION_TIME").signum() == 0);
        Course course = new Course(start, used);
        for (int i = 0; i < told.size(); i++) {
            Instant until = i + 1 < told.size() ? moment(told.get(i + 1), "start_date_time") : end;
            course.period(told.get(i), until);
        }
        return new ChargingHistory(start, course.periods);
    }

    private static Instant moment(Json.Obj object, String field) {
        return Fields.second(object, field)
                .orElseThrow(() -> new IllegalArgumentException(field + " is no moment"));
    }

    private void period(Json.Obj told, Instant until) {
        BigDecimal energy = volume(told, "ENERGY").add(carried);
        carried = BigDecimal.ZERO;
        if (!until.isAfter(at)) {
            // A threshold that was passed within a second makes a period of no length.
            carried = energy;
            return;
        }
        BigDecimal parked = volume(told, "PARKING_TIME");
        BigDecimal charged = volume(told, "TIME");
        if (volume(told, "RESERVATION_TIME").signum() > 0) {
            ReservationEnd how = session ? ReservationEnd.USED : ReservationEnd.EXPIRED;
            periods.add(new Period.Reserved(until, how));
        } else if (energy.signum() > 0 && parked.signum() > 0) {
            split(energy, charged, until);
        } else if (energy.signum() > 0 || charged.signum() > 0) {
            charging(energy, until);
        } else {
            periods.add(new Period.Parked(until));
        }
        at = until;
    }

    /** Whoever tells both in one period does not tell when the one became the other. */
    private void split(BigDecimal energy, BigDecimal charged, Instant until) {
        long seconds = charged.multiply(HOUR).setScale(0, RoundingMode.HALF_UP).longValue();
        Instant turn = at.plusSeconds(seconds);
        if (turn.isAfter(at) && turn.isBefore(until)) {
            charging(energy, turn);
            periods.add(new Period.Parked(until));
        } else {
            charging(energy, until);
        }
    }

    private void charging(BigDecimal energy, Instant until) {
        periods.add(Period.Charging.of(until, wattHours(energy)));
    }

    private static WattHours wattHours(BigDecimal kilowattHours) {
        return WattHours.completeIn(kilowattHours.setScale(3, RoundingMode.HALF_UP));
    }

    private static BigDecimal volume(Json.Obj period, String type) {
        return Fields.objects(period, "dimensions").stream()
                .filter(one -> one.textOf("type").filter(type::equals).isPresent())
                .flatMap(one -> Fields.number(one, "volume").stream())
                .reduce(BigDecimal.ZERO, BigDecimal::add)
                .max(BigDecimal.ZERO);
    }
}
