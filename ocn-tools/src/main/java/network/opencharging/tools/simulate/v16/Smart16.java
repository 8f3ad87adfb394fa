package network.opencharging.tools.simulate.v16;

import network.opencharging.tools.json.JsonText;
import network.opencharging.tools.simulate.profile.Profile;
import network.opencharging.tools.simulate.profile.ProfileReader;
import network.opencharging.tools.simulate.station.Evse;
import network.opencharging.tools.simulate.station.Hands;
import network.opencharging.tools.simulate.station.Reply;

import org.jspecify.annotations.Nullable;

import tools.jackson.databind.node.ObjectNode;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** Charging profiles. */
final class Smart16 {
    private static final BigDecimal VOLTS = BigDecimal.valueOf(690);

    private final Hands hands;

    Smart16(Hands hands) {
        this.hands = hands;
    }

    Optional<Reply> answer(String action, ObjectNode payload) {
        return Optional.ofNullable(find(action, payload));
    }

    private @Nullable Reply find(String action, ObjectNode payload) {
        return switch (action) {
            case "SetChargingProfile" -> set(payload);
            case "ClearChargingProfile" -> clear(payload);
            case "GetCompositeSchedule" -> composite(payload);
            default -> null;
        };
    }

    /** Takes one; false when it cannot be used. */
    boolean add(int evse, ObjectNode profile) {
        return ProfileReader.read(evse, profile).filter(hands.profiles()::add).isPresent();
    }

    private Reply set(ObjectNode payload) {
        int evse = payload.path("connectorId").asInt(0);
        boolean known = evse == 0 || hands.evse(evse).isPresent();
        ObjectNode said = (ObjectNode) payload.path("csChargingProfiles");
        boolean forTransaction =
                said.path("chargingProfilePurpose").asString("").equals("TxProfile");
        boolean running = hands.evse(evse).flatMap(Evse::charge).isPresent();
        return Desk16.accepted(known && (!forTransaction || running) && add(evse, said));
    }

    private Reply clear(ObjectNode payload) {
        Optional<Profile.Purpose> purpose =
                ProfileReader.purpose(payload.path("chargingProfilePurpose").asString(""));
        boolean cleared =
                hands.profiles()
                        .clear(profile ->
                                fits(payload, "id", profile.id())
                                        && fits(payload, "connectorId", profile.evse())
                                        && fits(payload, "stackLevel", profile.stack())
                                        && purpose.map(profile.purpose()::equals).orElse(true));
        return Reply.status(cleared ? "Accepted" : "Unknown");
    }

    private static boolean fits(ObjectNode payload, String field, int value) {
        return !payload.has(field) || payload.path(field).asInt(0) == value;
    }

    private Reply composite(ObjectNode payload) {
        int id = payload.path("connectorId").asInt(0);
        if (id != 0 && hands.evse(id).isEmpty()) {
            return Reply.status("Rejected");
        }
        int seconds = payload.path("duration").asInt(0);
        List<Profile.Period> periods =
                hands.composite(id, Duration.ofSeconds(Math.max(1, seconds)));
        boolean ampere = payload.path("chargingRateUnit").asString("").equals("A");
        ObjectNode answer =
                JsonText.object()
                        .put("status", "Accepted")
                        .put("connectorId", id)
                        .put("scheduleStart", Dialect16.written(hands.now()));
        ObjectNode schedule =
                answer.putObject("chargingSchedule")
                        .put("duration", seconds)
                        .put("chargingRateUnit", ampere ? "A" : "W");
        var list = schedule.putArray("chargingSchedulePeriod");
        for (Profile.Period period : periods) {
            list.addObject()
                    .put("startPeriod", Math.toIntExact(period.begins().toSeconds()))
                    .put("limit", limit(period.watts(), ampere));
        }
        return Reply.of(answer);
    }

    /** With one decimal, as 1.6 has it. */
    private static BigDecimal limit(long watts, boolean ampere) {
        return ampere
                ? BigDecimal.valueOf(watts).divide(VOLTS, 1, RoundingMode.FLOOR)
                : BigDecimal.valueOf(watts);
    }
}
