package network.opencharging.tools.simulate.v201;

import network.opencharging.tools.json.JsonText;
import network.opencharging.tools.simulate.profile.Profile;
import network.opencharging.tools.simulate.profile.ProfileReader;
import network.opencharging.tools.simulate.station.Evse;
import network.opencharging.tools.simulate.station.Hands;
import network.opencharging.tools.simulate.station.Reply;

import org.jspecify.annotations.Nullable;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/** Charging profiles. */
final class Smart201 {
    private static final BigDecimal VOLTS = BigDecimal.valueOf(690);

    private final Hands hands;

    Smart201(Hands hands) {
        this.hands = hands;
    }

    Optional<Reply> answer(String action, ObjectNode payload) {
        return Optional.ofNullable(find(action, payload));
    }

    private @Nullable Reply find(String action, ObjectNode payload) {
        return switch (action) {
            case "SetChargingProfile" -> set(payload);
            case "ClearChargingProfile" -> clear(payload);
            case "GetChargingProfiles" -> report(payload);
            case "GetCompositeSchedule" -> composite(payload);
            default -> null;
        };
    }

    /** Takes one; false when it cannot be used. */
    boolean add(int evse, ObjectNode profile) {
        return ProfileReader.read(evse, profile).filter(hands.profiles()::add).isPresent();
    }

    private Reply set(ObjectNode payload) {
        int evse = payload.path("evseId").asInt(0);
        boolean known = evse == 0 || hands.evse(evse).isPresent();
        ObjectNode said = (ObjectNode) payload.path("chargingProfile");
        boolean forTransaction =
                said.path("chargingProfilePurpose").asString("").equals("TxProfile");
        boolean running = hands.evse(evse).flatMap(Evse::charge).isPresent();
        return Desk201.accepted(known && (!forTransaction || running) && add(evse, said));
    }

    private Reply clear(ObjectNode payload) {
        JsonNode wish = payload.path("chargingProfileCriteria");
        boolean cleared =
                hands.profiles()
                        .clear(profile ->
                                same(payload, "chargingProfileId", profile.id())
                                        && same(wish, "evseId", profile.evse())
                                        && purpose(wish, profile)
                                        && same(wish, "stackLevel", profile.stack()));
        return Reply.status(cleared ? "Accepted" : "Unknown");
    }

    private static boolean same(JsonNode wish, String field, int value) {
        return !wish.has(field) || wish.path(field).asInt(0) == value;
    }

    private static boolean purpose(JsonNode wish, Profile profile) {
        return ProfileReader.purpose(wish.path("chargingProfilePurpose").asString(""))
                .map(profile.purpose()::equals)
                .orElse(true);
    }

    private Reply report(ObjectNode payload) {
        JsonNode wish = payload.path("chargingProfile");
        Predicate<Profile> wanted =
                profile ->
                        same(payload, "evseId", profile.evse())
                                && purpose(wish, profile)
                                && same(wish, "stackLevel", profile.stack())
                                && (!wish.has("chargingProfileId")
                                        || wish.path("chargingProfileId")
                                                .valueStream()
                                                .anyMatch(id -> id.asInt(0) == profile.id()));
        List<Profile> found = hands.profiles().all().stream().filter(wanted).toList();
        if (found.isEmpty()) {
            return Reply.status("NoProfiles");
        }
        return Reply.status(
                "Accepted",
                () -> {
                    for (int i = 0; i < found.size(); i++) {
                        boolean more = i < found.size() - 1;
                        tell(payload.path("requestId").asInt(0), found.get(i), more);
                    }
                });
    }

    private void tell(int request, Profile profile, boolean more) {
        ObjectNode report =
                JsonText.object()
                        .put("requestId", request)
                        .put("chargingLimitSource", "CSO")
                        .put("tbc", more)
                        .put("evseId", profile.evse());
        report.putArray("chargingProfile").add(profile.said());
        hands.say(Lists201.kept("ReportChargingProfiles", report));
    }

    private Reply composite(ObjectNode payload) {
        int id = payload.path("evseId").asInt(0);
        if (id != 0 && hands.evse(id).isEmpty()) {
            return Reply.status("Rejected");
        }
        int seconds = payload.path("duration").asInt(0);
        boolean ampere = payload.path("chargingRateUnit").asString("").equals("A");
        ObjectNode answer = JsonText.object().put("status", "Accepted");
        ObjectNode schedule =
                answer.putObject("schedule")
                        .put("evseId", id)
                        .put("duration", seconds)
                        .put("scheduleStart", Dialect201.written(hands.now()))
                        .put("chargingRateUnit", ampere ? "A" : "W");
        var list = schedule.putArray("chargingSchedulePeriod");
        for (Profile.Period period :
                hands.composite(id, Duration.ofSeconds(Math.max(1, seconds)))) {
            list.addObject()
                    .put("startPeriod", Math.toIntExact(period.begins().toSeconds()))
                    .put("limit", limit(period.watts(), ampere));
        }
        return Reply.of(answer);
    }

    private static BigDecimal limit(long watts, boolean ampere) {
        return ampere
                ? BigDecimal.valueOf(watts).divide(VOLTS, 1, RoundingMode.FLOOR)
                : BigDecimal.valueOf(watts);
    }
}
