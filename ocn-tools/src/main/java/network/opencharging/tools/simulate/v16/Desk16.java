package network.opencharging.tools.simulate.v16;

import network.opencharging.tools.json.JsonText;
import network.opencharging.tools.simulate.station.Dialect;
import network.opencharging.tools.simulate.station.Hands;
import network.opencharging.tools.simulate.station.Reason;
import network.opencharging.tools.simulate.station.Reply;
import network.opencharging.tools.simulate.station.Token;

import org.jspecify.annotations.Nullable;

import tools.jackson.databind.node.ObjectNode;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/** Answers what a central system asks of a station in 1.6. */
final class Desk16 implements Dialect.Desk {
    private final Hands hands;
    private final Lists16 lists;
    private final Smart16 smart;
    private final Stories16 stories;

    Desk16(Hands hands) {
        this.hands = hands;
        this.lists = new Lists16(hands);
        this.smart = new Smart16(hands);
        this.stories = new Stories16(hands);
    }

    @Override
    public Optional<Reply> answer(String action, ObjectNode payload) {
        return Optional.ofNullable(core(action, payload))
                .or(() -> lists.answer(action, payload))
                .or(() -> smart.answer(action, payload))
                .or(() -> stories.answer(action, payload));
    }

    private @Nullable Reply core(String action, ObjectNode payload) {
        return switch (action) {
            case "RemoteStartTransaction" -> start(payload);
            case "RemoteStopTransaction" -> {
                int number = payload.path("transactionId").asInt(0);
                yield accepted(hands.remoteStop(charge -> charge.number() == number));
            }
            case "UnlockConnector" -> unlock(payload);
            case "ChangeAvailability" -> availability(payload);
            case "Reset" -> reset(payload);
            case "TriggerMessage", "ExtendedTriggerMessage" -> trigger(payload);
            case "ClearCache" -> Reply.status("Accepted");
            case "DataTransfer" -> Reply.status("UnknownVendorId");
            default -> null;
        };
    }

    static Reply accepted(boolean done) {
        return Reply.status(done ? "Accepted" : "Rejected");
    }

    private static OptionalInt connector(ObjectNode payload) {
        int number = payload.path("connectorId").asInt(0);
        return number == 0 ? OptionalInt.empty() : OptionalInt.of(number);
    }

    private Reply start(ObjectNode payload) {
        Token token = new Token(payload.path("idTag").asString(""), "Central");
        boolean found =
                hands.remoteStart(connector(payload), token, OptionalInt.empty())
                        .map(evse -> {
                            if (payload.path("chargingProfile") instanceof ObjectNode profile) {
                                smart.add(evse.id(), profile);
                            }
                            return true;
                        })
                        .orElse(false);
        return accepted(found);
    }

    private Reply unlock(ObjectNode payload) {
        return Reply.status(
                switch (hands.unlock(payload.path("connectorId").asInt(0), true)) {
                    case UNLOCKED -> "Unlocked";
                    case CHARGES -> "UnlockFailed";
                    case UNKNOWN -> "NotSupported";
                });
    }

    private Reply availability(ObjectNode payload) {
        boolean operative = payload.path("type").asString("").equals("Operative");
        return Reply.status(
                switch (hands.operative(connector(payload), operative)) {
                    case DONE -> "Accepted";
                    case SCHEDULED -> "Scheduled";
                    case UNKNOWN -> "Rejected";
                });
    }

    private Reply reset(ObjectNode payload) {
        boolean hard = payload.path("type").asString("").equals("Hard");
        return Reply.status(
                "Accepted",
                () ->
                        hands.restart(
                                hard ? Reason.HARD_RESET : Reason.SOFT_RESET,
                                "RemoteReset",
                                false));
    }

    private Reply trigger(ObjectNode payload) {
        OptionalInt evse = connector(payload);
        if (evse.isPresent() && hands.evse(evse.getAsInt()).isEmpty()) {
            return Reply.status("Rejected");
        }
        return switch (payload.path("requestedMessage").asString("")) {
            case "BootNotification" -> Reply.status("Accepted", hands::tellBoot);
            case "Heartbeat" ->
                    Reply.status("Accepted", () -> hands.say(new Dialect16().heartbeat()));
            case "StatusNotification" -> Reply.status("Accepted", () -> hands.tellStatus(evse));
            case "MeterValues" -> Reply.status("Accepted", () -> hands.tellMeter(evse));
            case "DiagnosticsStatusNotification" ->
                    Reply.status("Accepted", stories::tellDiagnostics);
            case "FirmwareStatusNotification" -> Reply.status("Accepted", stories::tellFirmware);
            case "LogStatusNotification" -> Reply.status("Accepted", stories::tellLog);
            case "SignChargePointCertificate" ->
                    Reply.status("Accepted", stories::askForCertificate);
            default -> Reply.status("NotImplemented");
        };
    }

    /** The answer that holds nothing. */
    static Reply nothing() {
        return Reply.of(JsonText.object());
    }

    static List<String> texts(ObjectNode payload, String field) {
        return payload.path(field).valueStream().map(item -> item.asString("")).toList();
    }
}
