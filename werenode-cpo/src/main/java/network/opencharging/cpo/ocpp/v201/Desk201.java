package network.opencharging.cpo.ocpp.v201;

import network.opencharging.cpo.ocpp.message.ActionDesk;
import network.opencharging.cpo.ocpp.message.Authorization;
import network.opencharging.cpo.ocpp.message.Boot;
import network.opencharging.cpo.ocpp.message.BootAnswer;
import network.opencharging.cpo.ocpp.message.CentralSystem;
import network.opencharging.cpo.ocpp.message.EvseKey;
import network.opencharging.cpo.ocpp.message.Fields;
import network.opencharging.cpo.ocpp.message.Metered;
import network.opencharging.cpo.ocpp.message.Samples;
import network.opencharging.cpo.ocpp.message.SharedWords;
import network.opencharging.cpo.ocpp.message.Status;
import network.opencharging.cpo.ocpp.message.TransactionNews;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

import java.time.Clock;
import java.time.Instant;
import java.util.Optional;

/** Answers the calls of stations that speak 2.0.1 or 2.1. */
public final class Desk201 implements ActionDesk {
    private final CentralSystem central;
    private final Clock clock;

    public Desk201(CentralSystem central, Clock clock) {
        this.central = central;
        this.clock = clock;
    }

    @Override
    public Optional<ObjectNode> answer(String station, String action, ObjectNode payload) {
        return Optional.ofNullable(
                switch (action) {
                    case "BootNotification" -> boot(station, payload);
                    case "Heartbeat" ->
                            object().put("currentTime", Fields.written(central.beat(station)));
                    case "Authorize" -> authorize(station, payload);
                    case "StatusNotification" -> status(station, payload);
                    case "MeterValues" -> meterValues(station, payload);
                    case "TransactionEvent" -> transaction(station, payload);
                    case "DataTransfer" ->
                            kept(station, action, payload).put("status", "UnknownVendorId");
                    case "SignCertificate", "NotifyEVChargingNeeds" ->
                            kept(station, action, payload).put("status", "Rejected");
                    case "NotifyEVChargingSchedule" ->
                            kept(station, action, payload).put("status", "Accepted");
                    case "Get15118EVCertificate" ->
                            kept(station, action, payload)
                                    .put("status", "Failed")
                                    .put("exiResponse", "");
                    case "GetCertificateStatus" ->
                            kept(station, action, payload).put("status", "Failed");
                    case "ClearedChargingLimit",
                            "FirmwareStatusNotification",
                            "LogStatusNotification",
                            "NotifyChargingLimit",
                            "NotifyCustomerInformation",
                            "NotifyDisplayMessages",
                            "NotifyEvent",
                            "NotifyMonitoringReport",
                            "NotifyReport",
                            "PublishFirmwareStatusNotification",
                            "ReportChargingProfiles",
                            "ReservationStatusUpdate",
                            "SecurityEventNotification" ->
                            kept(station, action, payload);
                    default -> null;
                });
    }

    private ObjectNode boot(String station, ObjectNode payload) {
        JsonNode made = payload.path("chargingStation");
        BootAnswer answer =
                central.booted(
                        station,
                        new Boot(
                                Fields.text(made, "vendorName", ""),
                                Fields.text(made, "model", ""),
                                Fields.text(made, "serialNumber", ""),
                                Fields.text(made, "firmwareVersion", ""),
                                Fields.text(payload, "reason", "")));
        return object().put("currentTime", Fields.written(answer.now()))
                .put("interval", Math.toIntExact(answer.interval().toSeconds()))
                .put("status", SharedWords.admission(answer.admission()));
    }

    private ObjectNode authorize(String station, ObjectNode payload) {
        String token = Fields.text(payload.path("idToken"), "idToken", "");
        return object().set("idTokenInfo", token(central.authorize(station, token)));
    }

    private ObjectNode status(String station, ObjectNode payload) {
        int evse = Fields.number(payload, "evseId", 0);
        int connector = Fields.number(payload, "connectorId", 0);
        central.status(
                new Status(
                        new EvseKey(station, evse, connector),
                        Words201.state(Fields.text(payload, "connectorStatus", "")),
                        "NoError",
                        "",
                        Fields.moment(payload, "timestamp", clock.instant())));
        return object();
    }

    private ObjectNode meterValues(String station, ObjectNode payload) {
        int evse = Fields.number(payload, "evseId", 0);
        central.metered(
                new Metered(
                        new EvseKey(station, evse, evse == 0 ? 0 : 1),
                        Optional.empty(),
                        Samples.all(
                                payload.path("meterValue"), clock.instant(), Words201::sample)));
        return object();
    }

    private ObjectNode transaction(String station, ObjectNode payload) {
        JsonNode about = payload.path("transactionInfo");
        JsonNode evse = payload.path("evse");
        int number = Fields.number(evse, "id", 0);
        Instant at = Fields.moment(payload, "timestamp", clock.instant());
        TransactionNews.Step step = Words201.step(Fields.text(payload, "eventType", ""));
        ObjectNode answer = object();
        central.transaction(
                        new TransactionNews(
                                step,
                                Fields.text(about, "transactionId", ""),
                                Fields.number(payload, "seqNo", 0),
                                new EvseKey(
                                        station,
                                        number,
                                        Fields.number(evse, "connectorId", number == 0 ? 0 : 1)),
                                Fields.text(payload.path("idToken"), "idToken"),
                                at,
                                Optional.empty(),
                                word(step, about),
                                Samples.all(payload.path("meterValue"), at, Words201::sample)))
                .authorization()
                .ifPresent(verdict -> answer.set("idTokenInfo", token(verdict)));
        return answer;
    }

    private static String word(TransactionNews.Step step, JsonNode about) {
        return step == TransactionNews.Step.ENDED
                ? Fields.text(about, "stoppedReason", "Local")
                : Fields.text(about, "chargingState", "");
    }

    private ObjectNode kept(String station, String action, ObjectNode payload) {
        central.told(station, action, payload);
        return object();
    }

    private static ObjectNode token(Authorization authorization) {
        ObjectNode token = object().put("status", SharedWords.verdict(authorization.verdict()));
        authorization
                .expiry()
                .ifPresent(until -> token.put("cacheExpiryDateTime", Fields.written(until)));
        authorization
                .parent()
                .ifPresent(parent ->
                        token.putObject("groupIdToken")
                                .put("idToken", parent)
                                .put("type", "Central"));
        return token;
    }

    private static ObjectNode object() {
        return JsonNodeFactory.instance.objectNode();
    }
}
