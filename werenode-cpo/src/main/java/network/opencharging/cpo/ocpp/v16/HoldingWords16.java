package network.opencharging.cpo.ocpp.v16;

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

/** In the words of 1.6. */
public final class HoldingWords16 implements HoldingWords {

    @Override
    public Optional<Holding> about(String action, ObjectNode payload) {
        return Optional.ofNullable(
                switch (action) {
                    case "SendLocalList" -> list(payload);
                    case "GetLocalListVersion" -> new Holding.ListVersion();
                    case "ReserveNow" ->
                            new Holding.Reservation(
                                    Fields.number(payload, "reservationId", 0),
                                    Fields.moment(payload, "expiryDate"),
                                    payload);
                    case "CancelReservation" ->
                            new Holding.NoReservation(Fields.number(payload, "reservationId", 0));
                    case "SetChargingProfile" -> profile(payload);
                    case "ClearChargingProfile" ->
                            new Holding.NoProfiles(
                                    Fields.number(payload, "id"),
                                    Fields.number(payload, "connectorId"),
                                    Fields.text(payload, "chargingProfilePurpose"),
                                    Fields.number(payload, "stackLevel"));
                    default -> null;
                });
    }

    private static Holding list(ObjectNode payload) {
        boolean full = Fields.text(payload, "updateType", "").equals("Full");
        Map<String, Optional<JsonNode>> entries = new LinkedHashMap<>();
        for (JsonNode entry : payload.path("localAuthorizationList")) {
            boolean gone = !full && !entry.has("idTagInfo");
            entries.put(
                    Fields.text(entry, "idTag", "").toUpperCase(Locale.ROOT),
                    gone ? Optional.empty() : Optional.of(entry));
        }
        return new Holding.LocalList(full, Fields.number(payload, "listVersion", 0), entries);
    }

    private static Holding profile(ObjectNode payload) {
        JsonNode profile = payload.path("csChargingProfiles");
        return new Holding.Profile(
                Fields.number(profile, "chargingProfileId", 0),
                new Holding.Place(
                        Fields.number(payload, "connectorId", 0),
                        Fields.text(profile, "chargingProfilePurpose", ""),
                        Fields.number(profile, "stackLevel", 0)),
                Fields.text(profile, "transactionId"),
                Fields.moment(profile, "validTo"),
                payload);
    }

    @Override
    public Optional<Integer> used(String action, ObjectNode payload) {
        return action.equals("StartTransaction")
                ? Fields.number(payload, "reservationId")
                : Optional.empty();
    }

    @Override
    public Wanted askListVersion() {
        return new Wanted("GetLocalListVersion", JsonNodeFactory.instance.objectNode());
    }

    @Override
    public int listVersion(ObjectNode answer) {
        return Fields.number(answer, "listVersion", -1);
    }

    @Override
    public Wanted wholeList(int version, Collection<JsonNode> entries) {
        ObjectNode payload =
                JsonNodeFactory.instance
                        .objectNode()
                        .put("listVersion", version)
                        .put("updateType", "Full");
        payload.putArray("localAuthorizationList").addAll(entries);
        return new Wanted("SendLocalList", payload);
    }
}
