package network.opencharging.bridge.tariff;

import network.opencharging.bridge.tariff.Period.Charging;
import network.opencharging.bridge.tariff.Period.Parked;
import network.opencharging.bridge.tariff.Period.Reserved;
import network.opencharging.bridge.unit.Milliamperes;
import network.opencharging.bridge.unit.Money;
import network.opencharging.bridge.unit.WattHours;
import network.opencharging.bridge.unit.Watts;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A charge told in order, for tests: where and when, what happened, by which tariff. */
final class Story {
    private final ZoneId zone;
    private final Instant start;
    private final List<Period> periods = new ArrayList<>();
    private Instant at;

    private Story(String zone, String localStart) {
        this.zone = ZoneId.of(zone);
        this.start = LocalDateTime.parse(localStart).atZone(this.zone).toInstant();
        this.at = start;
    }

    /** 2026-06-15 is a Monday. */
    static Story at(String localStart) {
        return new Story("Europe/Vienna", localStart);
    }

    static Story at(String zone, String localStart) {
        return new Story(zone, localStart);
    }

    Story reserves(double minutes, ReservationEnd end) {
        at = later(minutes);
        periods.add(new Reserved(at, end));
        return this;
    }

    Story charges(double minutes, String kwh) {
        at = later(minutes);
        periods.add(Charging.of(at, WattHours.ofKilowattHours(new BigDecimal(kwh))));
        return this;
    }

    Story charges(double minutes, String kwh, String kilowatts, String amperes) {
        at = later(minutes);
        periods.add(
                new Charging(
                        at,
                        WattHours.ofKilowattHours(new BigDecimal(kwh)),
                        Optional.of(Watts.ofKilowatts(new BigDecimal(kilowatts))),
                        Optional.of(Milliamperes.ofAmperes(new BigDecimal(amperes)))));
        return this;
    }

    Story parks(double minutes) {
        at = later(minutes);
        periods.add(new Parked(at));
        return this;
    }

    private Instant later(double minutes) {
        return at.plusSeconds(Math.round(minutes * 60));
    }

    ChargingHistory history() {
        return new ChargingHistory(start, periods);
    }

    Rated by(Tariff tariff) {
        return Rating.of(tariff, zone).rate(history());
    }

    Money costs(Tariff tariff) {
        return by(tariff).total();
    }
}
