package network.opencharging.tools.simulate.v201;

import network.opencharging.tools.json.JsonText;
import network.opencharging.tools.simulate.station.Hands;
import network.opencharging.tools.simulate.station.Reply;
import network.opencharging.tools.simulate.station.Reservation;
import network.opencharging.tools.simulate.station.Say;
import network.opencharging.tools.simulate.station.Verdict;

import org.jspecify.annotations.Nullable;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What is kept at a station: the local list, reservations, messages on the display. */
final class Lists201 {
    private final Hands hands;
    private final List<ObjectNode> messages = new ArrayList<>();

    Lists201(Hands hands) {
        this.hands = hands;
    }

    Optional<Reply> answer(String action, ObjectNode payload) {
        return Optional.ofNullable(find(action, payload));
    }

    private @Nullable Reply find(String action, ObjectNode payload) {
        return switch (action) {
            case "GetLocalListVersion" ->
                    Reply.of(JsonText.object().put("versionNumber", hands.list().version()));
            case "SendLocalList" -> list(payload);
            case "ReserveNow" -> reserve(payload);
            case "CancelReservation" ->
                    Desk201.accepted(
                            hands.cancelReservation(payload.path("reservationId").asInt(0)));
            case "SetDisplayMessage" -> show((ObjectNode) payload.path("message"));
            case "ClearDisplayMessage" ->
                    Reply.status(forget(payload.path("id").asInt(0)) ? "Accepted" : "Unknown");
            case "GetDisplayMessages" -> shown(payload);
            case "CustomerInformation" -> customer(payload);
            default -> null;
        };
    }

    private Reply list(ObjectNode payload) {
        int version = payload.path("versionNumber").asInt(0);
        boolean whole = payload.path("updateType").asString("").equals("Full");
        if (!whole && version <= hands.list().version()) {
            return Reply.status("VersionMismatch");
        }
        Map<String, Optional<Verdict>> changes = new HashMap<>();
        for (JsonNode entry : payload.path("localAuthorizationList")) {
            JsonNode about = entry.path("idTokenInfo");
            changes.put(
                    entry.path("idToken").path("idToken").asString(""),
                    about.isObject() ? Optional.of(verdict(about)) : Optional.empty());
        }
        hands.list().take(version, whole, changes);
        return Reply.status("Accepted");
    }

    private static Verdict verdict(JsonNode about) {
        String word = about.path("status").asString("");
        return new Verdict(
                word.equals("Accepted"),
                word,
                JsonText.text(about.path("groupIdToken"), "idToken"));
    }

    private Reply reserve(ObjectNode payload) {
        Reservation reservation =
                new Reservation(
                        payload.path("id").asInt(0),
                        Desk201.token(payload.path("idToken")),
                        JsonText.text(payload.path("groupIdToken"), "idToken"),
                        moment(payload.path("expiryDateTime").asString("")));
        return Reply.status(
                switch (hands.reserve(Desk201.evse(payload.path("evseId")), reservation)) {
                    case ACCEPTED -> "Accepted";
                    case OCCUPIED -> "Occupied";
                    case FAULTED -> "Faulted";
                    case UNAVAILABLE -> "Unavailable";
                    case UNKNOWN -> "Rejected";
                });
    }

    /** What cannot be read is over at once. */
    private Instant moment(String text) {
        try {
            return OffsetDateTime.parse(text).toInstant();
        } catch (DateTimeException e) {
            return hands.now();
        }
    }

    private Reply show(ObjectNode message) {
        forget(message.path("id").asInt(0));
        messages.add(message);
        hands.tell("the display shows: " + message.path("message").path("content").asString(""));
        return Reply.status("Accepted");
    }

    private boolean forget(int id) {
        return messages.removeIf(message -> message.path("id").asInt(0) == id);
    }

    private Reply shown(ObjectNode payload) {
        if (messages.isEmpty()) {
            return Reply.status("Unknown");
        }
        ObjectNode report = JsonText.object().put("requestId", payload.path("requestId").asInt(0));
        report.set("messageInfo", JsonText.list(messages));
        return Reply.status("Accepted", () -> hands.say(kept("NotifyDisplayMessages", report)));
    }

    static Say kept(String action, ObjectNode payload) {
        return Say.kept(action, () -> payload);
    }

    private Reply customer(ObjectNode payload) {
        ObjectNode report =
                JsonText.object()
                        .put("data", "nothing is known of anybody")
                        .put("seqNo", 0)
                        .put("generatedAt", Dialect201.written(hands.now()))
                        .put("requestId", payload.path("requestId").asInt(0));
        return Reply.status("Accepted", () -> hands.say(kept("NotifyCustomerInformation", report)));
    }
}
