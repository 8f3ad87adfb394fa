package network.opencharging.cpo.ocpp.v16;

import network.opencharging.cpo.ocpp.message.ActionDesk;
import network.opencharging.cpo.ocpp.message.Authorization;
import network.opencharging.cpo.ocpp.message.Boot;
import network.opencharging.cpo.ocpp.message.BootAnswer;
import network.opencharging.cpo.ocpp.message.CentralSystem;
import network.opencharging.cpo.ocpp.message.EvseKey;
import network.opencharging.cpo.ocpp.message.Fields;
import network.opencharging.cpo.ocpp.message.Metered;
import network.opencharging.cpo.ocpp.message.Sample;
import network.opencharging.cpo.ocpp.message.Samples;
import network.opencharging.cpo.ocpp.message.SharedWords;
import network.opencharging.cpo.ocpp.message.Status;
import network.opencharging.cpo.ocpp.message.TransactionAnswer;
import network.opencharging.cpo.ocpp.message.TransactionNews;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Answers the calls of stations that speak 1.6. */
public final class Desk16 implements ActionDesk {
    private final CentralSystem central;
    private final Clock clock;

    public Desk16(CentralSystem central, Clock clock) {
        this.central = central;
        this.clock = clock;
    }

    @Override
    public Optional<ObjectNode> answer(String station, String action, ObjectNode payload) {
        return Optional.ofNullable(
                switch (action) {
                    case "BootNotification" -> boot(station, payload);
                    case "Heartbeat" -> object().put("currentTime", written(central.beat(station)));
                    case "Authorize" -> authorize(station, payload);
                    case "StatusNotification" -> status(station, payload);
                    case "MeterValues" -> meterValues(station, payload);
                    case "StartTransaction" -> start(station, payload);
                    case "StopTransaction" -> stop(station, payload);
                    case "DataTransfer" ->
                            kept(station, action, payload).put("status", "UnknownVendorId");
                    case "SignCertificate" ->
                            kept(station, action, payload).put("status", "Rejected");
                    case "DiagnosticsStatusNotification",
                            "FirmwareStatusNotification",
                            "LogStatusNotification",
                            "SecurityEventNotification",
                            "SignedFirmwareStatusNotification" ->
                            kept(station, action, payload);
                    default -> null;
                });
    }

    private ObjectNode boot(String station, ObjectNode payload) {
        BootAnswer answer =
                central.booted(
                        station,
                        new Boot(
                                Fields.text(payload, "chargePointVendor", ""),
                                Fields.text(payload, "chargePointModel", ""),
                                Fields.text(payload, "chargePointSerialNumber", ""),
                                Fields.text(payload, "firmwareVersion", ""),
                                ""));
        return object().put("status", SharedWords.admission(answer.admission()))
                .put("currentTime", written(answer.now()))
                .put("interval", Math.toIntExact(answer.interval().toSeconds()));
    }

    private ObjectNode authorize(String station, ObjectNode payload) {
        return object().set(
                        "idTagInfo",
                        tag(central.authorize(station, Fields.text(payload, "idTag", ""))));
    }

    private ObjectNode status(String station, ObjectNode payload) {
        central.status(
                new Status(
                        key(station, payload),
                        Words16.state(Fields.text(payload, "status", "")),
                        Fields.text(payload, "errorCode", "NoError"),
                        note(payload),
                        Fields.moment(payload, "timestamp", clock.instant())));
        return object();
    }

    private static String note(ObjectNode payload) {
        String own = Fields.text(payload, "vendorErrorCode", "");
        String more = Fields.text(payload, "info", "");
        return own.isEmpty() || more.isEmpty() ? own + more : own + " " + more;
    }

    private ObjectNode meterValues(String station, ObjectNode payload) {
        central.metered(
                new Metered(
                        key(station, payload),
                        Fields.text(payload, "transactionId"),
                        samples(payload.path("meterValue"))));
        return object();
    }

    private List<Sample> samples(JsonNode meterValue) {
        return Samples.all(meterValue, clock.instant(), Words16::sample);
    }

    private ObjectNode start(String station, ObjectNode payload) {
        TransactionAnswer answer =
                central.transaction(
                        new TransactionNews(
                                TransactionNews.Step.STARTED,
                                "",
                                -1,
                                key(station, payload),
                                Fields.text(payload, "idTag"),
                                Fields.moment(payload, "timestamp", clock.instant()),
                                Fields.text(payload, "meterStart"),
                                "",
                                List.of()));
        ObjectNode conf = object();
        conf.set(
                "idTagInfo",
                tag(
                        answer.authorization()
                                .orElseGet(() -> Authorization.of(Authorization.Verdict.INVALID))));
        return conf.put("transactionId", Integer.parseInt(answer.name()));
    }

    private ObjectNode stop(String station, ObjectNode payload) {
        TransactionAnswer answer =
                central.transaction(
                        new TransactionNews(
                                TransactionNews.Step.ENDED,
                                Fields.text(payload, "transactionId", ""),
                                -1,
                                EvseKey.numbered(station, 0),
                                Fields.text(payload, "idTag"),
                                Fields.moment(payload, "timestamp", clock.instant()),
                                Fields.text(payload, "meterStop"),
                                // "Local" is what a station means that gives no reason (1.6 §6.49).
                                Fields.text(payload, "reason", "Local"),
                                samples(payload.path("transactionData"))));
        ObjectNode conf = object();
        answer.authorization().ifPresent(verdict -> conf.set("idTagInfo", tag(verdict)));
        return conf;
    }

    private ObjectNode kept(String station, String action, ObjectNode payload) {
        central.told(station, action, payload);
        return object();
    }

    private static ObjectNode tag(Authorization authorization) {
        ObjectNode tag = object();
        authorization.expiry().ifPresent(until -> tag.put("expiryDate", written(until)));
        authorization.parent().ifPresent(parent -> tag.put("parentIdTag", parent));
        return tag.put("status", SharedWords.verdict(authorization.verdict()));
    }

    private static EvseKey key(String station, ObjectNode payload) {
        return EvseKey.numbered(station, Fields.number(payload, "connectorId", 0));
    }

    private static String written(Instant moment) {
        return Fields.written(moment);
    }

    private static ObjectNode object() {
        return JsonNodeFactory.instance.objectNode();
    }
}
