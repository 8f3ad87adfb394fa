package network.opencharging.cpo.roaming;

import network.opencharging.bridge.model.v221.ActiveChargingProfile;
import network.opencharging.bridge.model.v221.ChargingProfile;
import network.opencharging.bridge.model.v221.ChargingProfilePeriod;
import network.opencharging.bridge.model.v221.ChargingRateUnit;
import network.opencharging.bridge.unit.Watts;
import network.opencharging.cpo.site.Connector;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** The steps of a charging profile (OCPI 2.2.1 §14.6.4). */
final class Steps {
    private Steps() {}

    /** The most that a connector bears. */
    static Watts most(Connector connector) {
        return new Watts(connector.watts());
    }

    /**
     * The limit that holds at a moment: before the profile and after it, what the connector bears.
     */
    static Watts at(ChargingProfile profile, Instant since, Instant now, Connector connector) {
        long second = Duration.between(since, now).toSeconds();
        boolean over = profile.duration().filter(most -> second >= most).isPresent();
        if (second < 0 || over) {
            return most(connector);
        }
        return profile.chargingProfilePeriod().stream()
                .filter(period -> period.startPeriod() <= second)
                .reduce((_, later) -> later)
                .map(period -> watts(profile, period, connector))
                .orElseGet(() -> most(connector));
    }

    private static Watts watts(
            ChargingProfile profile, ChargingProfilePeriod period, Connector connector) {
        BigDecimal limit = period.limit();
        if (ChargingRateUnit.A.equals(profile.chargingRateUnit())) {
            BigDecimal perAmpere = BigDecimal.valueOf(connector.watts() / connector.maxAmperage());
            limit = limit.multiply(perAmpere);
        }
        long wanted = limit.setScale(0, RoundingMode.DOWN).longValue();
        return new Watts(Math.clamp(wanted, 0, connector.watts()));
    }

    static ActiveChargingProfile active(ChargingProfile profile, Instant since) {
        return ActiveChargingProfile.builder()
                .startDateTime(since)
                .chargingProfile(profile)
                .build();
    }

    static ActiveChargingProfile constant(Connector connector, Instant now, Duration duration) {
        return active(
                ChargingProfile.builder()
                        .startDateTime(now)
                        .duration(duration.toSeconds())
                        .chargingRateUnit(ChargingRateUnit.W)
                        .chargingProfilePeriod(
                                List.of(
                                        ChargingProfilePeriod.builder()
                                                .startPeriod(0)
                                                .limit(BigDecimal.valueOf(connector.watts()))
                                                .build()))
                        .build(),
                now);
    }
}
