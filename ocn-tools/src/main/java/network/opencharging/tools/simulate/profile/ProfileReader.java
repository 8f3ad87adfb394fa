package network.opencharging.tools.simulate.profile;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads profiles of both versions, which differ in a few names. */
public final class ProfileReader {
    /** What an Ampere is, on each of three phases. */
    private static final BigDecimal VOLTS = BigDecimal.valueOf(230);

    private static final BigDecimal THREE = BigDecimal.valueOf(3);
    private static final BigDecimal MOST = BigDecimal.valueOf(100_000_000);

    private ProfileReader() {}

    /** One; empty when it cannot be used. */
    public static Optional<Profile> read(int evse, ObjectNode said) {
        JsonNode schedule =
                said.path("chargingSchedule").isArray()
                        ? said.path("chargingSchedule").path(0)
                        : said.path("chargingSchedule");
        Optional<Profile.Purpose> purpose =
                purpose(said.path("chargingProfilePurpose").asString(""));
        List<Profile.Period> periods = periods(schedule);
        if (purpose.isEmpty() || periods.isEmpty()) {
            return Optional.empty();
        }
        int id = said.path("chargingProfileId").asInt(said.path("id").asInt(0));
        return Optional.of(
                new Profile(
                        id,
                        evse,
                        said.path("stackLevel").asInt(0),
                        purpose.get(),
                        kind(said),
                        moment(said.path("validFrom")),
                        moment(said.path("validTo")),
                        Optional.of(said.path("transactionId").asString(""))
                                .filter(text -> !text.isEmpty()),
                        new Profile.Schedule(
                                moment(schedule.path("startSchedule")),
                                seconds(schedule.path("duration")),
                                unit(schedule),
                                periods),
                        said));
    }

    /** What a profile is for, in the words of either version. */
    public static Optional<Profile.Purpose> purpose(String word) {
        return Optional.ofNullable(
                switch (word) {
                    case "ChargePointMaxProfile", "ChargingStationMaxProfile" ->
                            Profile.Purpose.STATION_MAX;
                    case "ChargingStationExternalConstraints" -> Profile.Purpose.EXTERNAL;
                    case "TxDefaultProfile" -> Profile.Purpose.TX_DEFAULT;
                    case "TxProfile" -> Profile.Purpose.TX;
                    default -> null;
                });
    }

    private static Profile.Kind kind(JsonNode said) {
        return switch (said.path("chargingProfileKind").asString("")) {
            case "Absolute" -> Profile.Kind.ABSOLUTE;
            case "Recurring" ->
                    said.path("recurrencyKind").asString("").equals("Weekly")
                            ? Profile.Kind.WEEKLY
                            : Profile.Kind.DAILY;
            default -> Profile.Kind.RELATIVE;
        };
    }

    private static Profile.Unit unit(JsonNode schedule) {
        return schedule.path("chargingRateUnit").asString("").equals("A")
                ? Profile.Unit.A
                : Profile.Unit.W;
    }

    private static List<Profile.Period> periods(JsonNode schedule) {
        List<Profile.Period> periods = new ArrayList<>();
        for (JsonNode period : schedule.path("chargingSchedulePeriod")) {
            Optional<Duration> begins = seconds(period.path("startPeriod"));
            Optional<Long> watts = watts(period, unit(schedule));
            if (begins.isEmpty() || watts.isEmpty()) {
                return List.of();
            }
            periods.add(new Profile.Period(begins.get(), watts.get()));
        }
        return periods;
    }

    private static Optional<Long> watts(JsonNode period, Profile.Unit unit) {
        if (!period.path("limit").isNumber()) {
            return Optional.empty();
        }
        BigDecimal limit = period.path("limit").decimalValue();
        if (limit.signum() < 0 || limit.compareTo(MOST) > 0) {
            return Optional.empty();
        }
        BigDecimal phases =
                BigDecimal.valueOf(period.path("numberPhases").asInt(3)).max(BigDecimal.ONE);
        BigDecimal watts =
                unit == Profile.Unit.W ? limit : limit.multiply(VOLTS).multiply(phases.min(THREE));
        return Optional.of(watts.setScale(0, RoundingMode.FLOOR).longValue());
    }

    private static Optional<Duration> seconds(JsonNode number) {
        return number.canConvertToInt() && number.isIntegralNumber() && number.asInt() >= 0
                ? Optional.of(Duration.ofSeconds(number.asInt()))
                : Optional.empty();
    }

    private static Optional<Instant> moment(JsonNode text) {
        try {
            return text.isString()
                    ? Optional.of(OffsetDateTime.parse(text.stringValue()).toInstant())
                    : Optional.empty();
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }
}
