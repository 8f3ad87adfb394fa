package network.opencharging.cpo.ocpp.v201;

import network.opencharging.cpo.ocpp.message.Fields;
import network.opencharging.cpo.ocpp.message.Holding;
import network.opencharging.cpo.ocpp.message.HoldingWords;
import network.opencharging.cpo.ocpp.message.Wanted;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** In the words of 2.0.1. */
public final class HoldingWords201 implements HoldingWords {

    @Override
    public Optional<Holding> about(String action, ObjectNode payload) {
        return Optional.ofNullable(
                switch (action) {
                    case "SendLocalList" -> list(payload);
                    case "GetLocalListVersion" -> new Holding.ListVersion();
                    case "ReserveNow" ->
                            new Holding.Reservation(
                                    Fields.number(payload, "id", 0),
                                    Fields.moment(payload, "expiryDateTime"),
                                    payload);
                    case "CancelReservation" ->
                            new Holding.NoReservation(Fields.number(payload, "reservationId", 0));
                    case "SetChargingProfile" -> profile(payload);
                    case "ClearChargingProfile" -> noProfiles(payload);
                    default -> null;
                });
    }

    private static Holding list(ObjectNode payload) {
        boolean full = Fields.text(payload, "updateType", "").equals("Full");
        Map<String, Optional<JsonNode>> entries = new LinkedHashMap<>();
        for (JsonNode entry : payload.path("localAuthorizationList")) {
            JsonNode token = entry.path("idToken");
            boolean gone = !full && !entry.has("idTokenInfo");
            entries.put(
                    Fields.text(token, "idToken", "").toUpperCase(Locale.ROOT)
                            + " "
                            + Fields.text(token, "type", ""),
                    gone ? Optional.empty() : Optional.of(entry));
        }
        return new Holding.LocalList(full, Fields.number(payload, "versionNumber", 0), entries);
    }

    private static Holding profile(ObjectNode payload) {
        JsonNode profile = payload.path("chargingProfile");
        return new Holding.Profile(
                Fields.number(profile, "id", 0),
                new Holding.Place(
                        Fields.number(payload, "evseId", 0),
                        Fields.text(profile, "chargingProfilePurpose", ""),
                        Fields.number(profile, "stackLevel", 0)),
                Fields.text(profile, "transactionId"),
                Fields.moment(profile, "validTo"),
                payload);
    }

    private static Holding noProfiles(ObjectNode payload) {
        JsonNode criteria = payload.path("chargingProfileCriteria");
        return new Holding.NoProfiles(
                Fields.number(payload, "chargingProfileId"),
                Fields.number(criteria, "evseId"),
                Fields.text(criteria, "chargingProfilePurpose"),
                Fields.number(criteria, "stackLevel"));
    }

    @Override
    public Optional<Integer> used(String action, ObjectNode payload) {
        return switch (action) {
            case "TransactionEvent", "ReservationStatusUpdate" ->
                    Fields.number(payload, "reservationId");
            default -> Optional.empty();
        };
    }

    @Override
    public Wanted askListVersion() {
        return new Wanted("GetLocalListVersion", JsonNodeFactory.instance.objectNode());
    }

    @Override
    public int listVersion(ObjectNode answer) {
        return Fields.number(answer, "versionNumber", -1);
    }

    @Override
    public Wanted wholeList(int version, Collection<JsonNode> entries) {
        ObjectNode payload =
                JsonNodeFactory.instance
                        .objectNode()
                        .put("versionNumber", version)
                        .put("updateType", "Full");
        if (!entries.isEmpty()) {
            // An empty list is left out (2.0.1 part 3, at least one).
            payload.putArray("localAuthorizationList").addAll(entries);
        }
        return new Wanted("SendLocalList", payload);
    }
}
