package network.opencharging.tools.simulate.v16;

import network.opencharging.tools.json.JsonText;
import network.opencharging.tools.simulate.station.Hands;
import network.opencharging.tools.simulate.station.Knob;
import network.opencharging.tools.simulate.station.Reply;
import network.opencharging.tools.simulate.station.Reservation;
import network.opencharging.tools.simulate.station.Token;
import network.opencharging.tools.simulate.station.Verdict;

import org.jspecify.annotations.Nullable;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/** What is kept at a station: configuration, the local list, reservations. */
final class Lists16 {
    private final Hands hands;

    Lists16(Hands hands) {
        this.hands = hands;
    }

    Optional<Reply> answer(String action, ObjectNode payload) {
        return Optional.ofNullable(find(action, payload));
    }

    private @Nullable Reply find(String action, ObjectNode payload) {
        return switch (action) {
            case "GetConfiguration" -> configuration(payload);
            case "ChangeConfiguration" ->
                    Reply.status(
                            switch (hands.knobs()
                                    .set(
                                            payload.path("key").asString(""),
                                            payload.path("value").asString(""))) {
                                case DONE -> "Accepted";
                                case UNKNOWN -> "NotSupported";
                                case READ_ONLY, UNFIT -> "Rejected";
                            });
            case "GetLocalListVersion" ->
                    Reply.of(JsonText.object().put("listVersion", hands.list().version()));
            case "SendLocalList" -> list(payload);
            case "ReserveNow" -> reserve(payload);
            case "CancelReservation" ->
                    Desk16.accepted(
                            hands.cancelReservation(payload.path("reservationId").asInt(0)));
            default -> null;
        };
    }

    private Reply configuration(ObjectNode payload) {
        List<String> wanted = Desk16.texts(payload, "key");
        ObjectNode answer = JsonText.object();
        var known = answer.putArray("configurationKey");
        var unknown = answer.putArray("unknownKey");
        List<Knob> all =
                wanted.isEmpty()
                        ? hands.knobs().all()
                        : wanted.stream()
                                .flatMap(name -> hands.knobs().find(name).stream())
                                .toList();
        for (Knob knob : all) {
            known.addObject()
                    .put("key", knob.name())
                    .put("readonly", !knob.writable())
                    .put("value", value(knob));
        }
        wanted.stream().filter(name -> hands.knobs().find(name).isEmpty()).forEach(unknown::add);
        if (unknown.isEmpty()) {
            answer.remove("unknownKey");
        }
        return Reply.of(answer);
    }

    private String value(Knob knob) {
        return knob.name().equals("NumberOfConnectors")
                ? Integer.toString(hands.evses().size())
                : hands.knobs().value(knob);
    }

    private Reply list(ObjectNode payload) {
        int version = payload.path("listVersion").asInt(0);
        boolean whole = payload.path("updateType").asString("").equals("Full");
        if (!whole && version <= hands.list().version()) {
            return Reply.status("VersionMismatch");
        }
        Map<String, Optional<Verdict>> changes = new HashMap<>();
        for (JsonNode entry : payload.path("localAuthorizationList")) {
            JsonNode about = entry.path("idTagInfo");
            changes.put(
                    entry.path("idTag").asString(""),
                    about.isObject() ? Optional.of(verdict(about)) : Optional.empty());
        }
        hands.list().take(version, whole, changes);
        return Reply.status("Accepted");
    }

    private static Verdict verdict(JsonNode about) {
        String word = about.path("status").asString("");
        return new Verdict(word.equals("Accepted"), word, JsonText.text(about, "parentIdTag"));
    }

    private Reply reserve(ObjectNode payload) {
        int connector = payload.path("connectorId").asInt(0);
        Reservation reservation =
                new Reservation(
                        payload.path("reservationId").asInt(0),
                        new Token(payload.path("idTag").asString(""), "Central"),
                        JsonText.text(payload, "parentIdTag"),
                        moment(payload.path("expiryDate").asString("")));
        OptionalInt evse = connector == 0 ? OptionalInt.empty() : OptionalInt.of(connector);
        return Reply.status(
                switch (hands.reserve(evse, reservation)) {
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
}
