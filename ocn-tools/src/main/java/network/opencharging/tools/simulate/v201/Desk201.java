package network.opencharging.tools.simulate.v201;

import network.opencharging.tools.json.JsonText;
import network.opencharging.tools.simulate.station.Charge;
import network.opencharging.tools.simulate.station.Dialect;
import network.opencharging.tools.simulate.station.Evse;
import network.opencharging.tools.simulate.station.Hands;
import network.opencharging.tools.simulate.station.Reason;
import network.opencharging.tools.simulate.station.Reply;
import network.opencharging.tools.simulate.station.Token;

import org.jspecify.annotations.Nullable;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

import java.util.Optional;
import java.util.OptionalInt;

/** Answers what a central system asks of a station in 2.0.1. */
final class Desk201 implements Dialect.Desk {
    private final Hands hands;
    private final Dialect201 dialect;
    private final Lists201 lists;
    private final Smart201 smart;
    private final Variables201 variables;
    private final Stories201 stories;

    Desk201(Hands hands, Dialect201 dialect) {
        this.hands = hands;
        this.dialect = dialect;
        this.lists = new Lists201(hands);
        this.smart = new Smart201(hands);
        this.variables = new Variables201(hands);
        this.stories = new Stories201(hands);
    }

    @Override
    public Optional<Reply> answer(String action, ObjectNode payload) {
        return Optional.ofNullable(core(action, payload))
                .or(() -> lists.answer(action, payload))
                .or(() -> smart.answer(action, payload))
                .or(() -> variables.answer(action, payload))
                .or(() -> stories.answer(action, payload));
    }

    private @Nullable Reply core(String action, ObjectNode payload) {
        return switch (action) {
            case "RequestStartTransaction" -> start(payload);
            case "RequestStopTransaction" -> {
                String id = payload.path("transactionId").asString("");
                yield accepted(hands.remoteStop(charge -> charge.id().equals(id)));
            }
            case "UnlockConnector" -> unlock(payload);
            case "ChangeAvailability" -> availability(payload);
            case "Reset" -> reset(payload);
            case "TriggerMessage" -> trigger(payload);
            case "ClearCache", "SetNetworkProfile" -> Reply.status("Accepted");
            case "DataTransfer" -> Reply.status("UnknownVendorId");
            case "CostUpdated" -> {
                hands.tell("costs so far: " + payload.path("totalCost"));
                yield Reply.of(JsonText.object());
            }
            case "GetTransactionStatus" -> status(payload);
            default -> null;
        };
    }

    static Reply accepted(boolean done) {
        return Reply.status(done ? "Accepted" : "Rejected");
    }

    static OptionalInt evse(JsonNode id) {
        return id.isIntegralNumber() && id.asInt(0) > 0
                ? OptionalInt.of(id.asInt(0))
                : OptionalInt.empty();
    }

    static Token token(JsonNode said) {
        return new Token(said.path("idToken").asString(""), said.path("type").asString("Central"));
    }

    private Reply start(ObjectNode payload) {
        Optional<Evse> evse =
                hands.remoteStart(
                        evse(payload.path("evseId")),
                        token(payload.path("idToken")),
                        OptionalInt.of(payload.path("remoteStartId").asInt(0)));
        evse.ifPresent(one -> {
            if (payload.path("chargingProfile") instanceof ObjectNode profile) {
                smart.add(one.id(), profile);
            }
        });
        return accepted(evse.isPresent());
    }

    private Reply unlock(ObjectNode payload) {
        int evse = payload.path("evseId").asInt(0);
        if (payload.path("connectorId").asInt(0) != 1) {
            return Reply.status("UnknownConnector");
        }
        return Reply.status(
                switch (hands.unlock(evse, false)) {
                    case UNLOCKED -> "Unlocked";
                    case CHARGES -> "OngoingAuthorizedTransaction";
                    case UNKNOWN -> "UnknownConnector";
                });
    }

    private Reply availability(ObjectNode payload) {
        boolean operative = payload.path("operationalStatus").asString("").equals("Operative");
        return Reply.status(
                switch (hands.operative(evse(payload.path("evse").path("id")), operative)) {
                    case DONE -> "Accepted";
                    case SCHEDULED -> "Scheduled";
                    case UNKNOWN -> "Rejected";
                });
    }

    private Reply reset(ObjectNode payload) {
        boolean idle = payload.path("type").asString("").equals("OnIdle");
        boolean busy = hands.evses().stream().anyMatch(evse -> evse.charge().isPresent());
        if (payload.has("evseId")) {
            // The station has nothing that could be started again at one EVSE alone.
            return Reply.status("Rejected");
        }
        return Reply.status(
                idle && busy ? "Scheduled" : "Accepted",
                () ->
                        hands.restart(
                                Reason.HARD_RESET, idle ? "ScheduledReset" : "RemoteReset", idle));
    }

    private Reply trigger(ObjectNode payload) {
        OptionalInt evse = evse(payload.path("evse").path("id"));
        if (evse.isPresent() && hands.evse(evse.getAsInt()).isEmpty()) {
            return Reply.status("Rejected");
        }
        return switch (payload.path("requestedMessage").asString("")) {
            case "BootNotification" -> Reply.status("Accepted", hands::tellBoot);
            case "Heartbeat" -> Reply.status("Accepted", () -> hands.say(dialect.heartbeat()));
            case "StatusNotification" -> Reply.status("Accepted", () -> hands.tellStatus(evse));
            case "MeterValues", "TransactionEvent" ->
                    Reply.status("Accepted", () -> hands.tellMeter(evse));
            case "FirmwareStatusNotification" -> Reply.status("Accepted", stories::tellFirmware);
            case "LogStatusNotification" -> Reply.status("Accepted", stories::tellLog);
            case "PublishFirmwareStatusNotification" ->
                    Reply.status("Accepted", stories::tellPublishing);
            case "SignChargingStationCertificate" ->
                    Reply.status("Accepted", stories::askForCertificate);
            default -> Reply.status("NotImplemented");
        };
    }

    private Reply status(ObjectNode payload) {
        ObjectNode answer = JsonText.object();
        if (payload.has("transactionId")) {
            String id = payload.path("transactionId").asString("");
            answer.put(
                    "ongoingIndicator",
                    hands.evses().stream()
                            .flatMap(evse -> evse.charge().stream())
                            .map(Charge::id)
                            .anyMatch(id::equals));
        }
        return Reply.of(answer.put("messagesInQueue", hands.waiting() > 0));
    }
}
