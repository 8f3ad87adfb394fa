package network.opencharging.tools.simulate.v201;

import network.opencharging.tools.json.JsonText;
import network.opencharging.tools.simulate.meter.MeterSeal;
import network.opencharging.tools.simulate.ocpp.OcppVersion;
import network.opencharging.tools.simulate.station.Charge;
import network.opencharging.tools.simulate.station.Dialect;
import network.opencharging.tools.simulate.station.Evse;
import network.opencharging.tools.simulate.station.Hands;
import network.opencharging.tools.simulate.station.Knob;
import network.opencharging.tools.simulate.station.Reason;
import network.opencharging.tools.simulate.station.Sample;
import network.opencharging.tools.simulate.station.Say;
import network.opencharging.tools.simulate.station.Setting;
import network.opencharging.tools.simulate.station.Token;
import network.opencharging.tools.simulate.station.Verdict;

import tools.jackson.databind.node.ObjectNode;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Base64;
import java.util.List;
import java.util.Optional;

/**
 * OCPP 2.0.1.
 *
 * @param seal with which its meters sign; empty: they do not
 */
public record Dialect201(Optional<MeterSeal> seal) implements Dialect {

    @Override
    public OcppVersion version() {
        return OcppVersion.V201;
    }

    @Override
    public List<Knob> knobs() {
        return Knobs201.all();
    }

    @Override
    public Say boot(Setting setting, String cause, String firmware) {
        ObjectNode payload = JsonText.object().put("reason", cause);
        payload.putObject("chargingStation")
                .put("model", Setting.MODEL)
                .put("vendorName", Setting.VENDOR)
                .put("serialNumber", setting.serial())
                .put("firmwareVersion", firmware);
        return cause.equals("Triggered")
                ? Say.now("BootNotification", payload)
                : new Say(Say.Kind.FIRST, "BootNotification", () -> payload);
    }

    @Override
    public Say heartbeat() {
        return Say.now("Heartbeat", JsonText.object());
    }

    @Override
    public Say status(Evse evse, Instant at) {
        return Say.now(
                "StatusNotification",
                JsonText.object()
                        .put("timestamp", written(at))
                        .put("connectorStatus", Words201.connector(evse.state()))
                        .put("evseId", evse.id())
                        .put("connectorId", 1));
    }

    @Override
    public Optional<Say> whole(boolean operative, Instant at) {
        return Optional.empty();
    }

    @Override
    public Say authorize(Token token) {
        ObjectNode payload = JsonText.object();
        payload.set("idToken", written(token));
        return Say.now("Authorize", payload);
    }

    private static ObjectNode written(Token token) {
        return JsonText.object().put("idToken", token.text()).put("type", token.kind());
    }

    static String written(Instant at) {
        return at.truncatedTo(ChronoUnit.MILLIS).toString();
    }

    @Override
    public List<Say> begins(News news) {
        ObjectNode payload = event("Started", news);
        Charge charge = news.charge();
        ObjectNode about = about(payload, charge).put("chargingState", state(news));
        charge.start().remote().ifPresent(number -> about.put("remoteStartId", number));
        charge.start().reservation().ifPresent(number -> payload.put("reservationId", number));
        payload.set("idToken", written(charge.token()));
        return List.of(finished(payload, news));
    }

    private static String state(News news) {
        return news.state().isCharge() ? Words201.charging(news.state()) : "Charging";
    }

    @Override
    public Say goesOn(News news) {
        ObjectNode payload = event("Updated", news);
        about(payload, news.charge()).put("chargingState", state(news));
        return finished(payload, news);
    }

    @Override
    public Optional<Say> changes(News news) {
        return Optional.of(goesOn(news));
    }

    @Override
    public Say ends(News news, Reason reason, Optional<Token> by) {
        ObjectNode payload = event("Ended", news);
        Duration took = Duration.between(news.charge().start().at(), news.sample().at());
        about(payload, news.charge())
                .put("chargingState", "EVConnected")
                .put(
                        "timeSpentCharging",
                        (int) Math.max(0, Math.min(Integer.MAX_VALUE, took.toSeconds())))
                .put("stoppedReason", Words201.reason(reason));
        by.ifPresent(token -> payload.set("idToken", written(token)));
        return finished(payload, news);
    }

    private static ObjectNode event(String type, News news) {
        ObjectNode payload =
                JsonText.object()
                        .put("eventType", type)
                        .put("timestamp", written(news.sample().at()))
                        .put("triggerReason", Words201.trigger(news.trigger()))
                        .put("seqNo", news.charge().next());
        if (news.offline()) {
            payload.put("offline", true);
        }
        return payload;
    }

    private static ObjectNode about(ObjectNode payload, Charge charge) {
        return payload.putObject("transactionInfo").put("transactionId", charge.id());
    }

    private Say finished(ObjectNode payload, News news) {
        payload.putObject("evse").put("id", news.charge().evse()).put("connectorId", 1);
        payload.putArray("meterValue").add(value(news.sample()));
        return Say.kept("TransactionEvent", () -> payload);
    }

    @Override
    public Say shows(int evse, Sample sample) {
        ObjectNode payload = JsonText.object().put("evseId", evse);
        payload.putArray("meterValue").add(value(sample));
        return Say.now("MeterValues", payload);
    }

    private ObjectNode value(Sample sample) {
        ObjectNode value = JsonText.object().put("timestamp", written(sample.at()));
        var values = value.putArray("sampledValue");
        ObjectNode energy =
                values.addObject()
                        .put("value", sample.wattHours())
                        .put("context", Words201.moment(sample.moment()))
                        .put("measurand", "Energy.Active.Import.Register");
        sample.signed().ifPresent(document -> sign(energy, document));
        energy.putObject("unitOfMeasure").put("unit", "Wh");
        values.addObject()
                .put("value", sample.watts())
                .put("context", Words201.moment(sample.moment()))
                .put("measurand", "Power.Active.Import")
                .putObject("unitOfMeasure")
                .put("unit", "W");
        return value;
    }

    private void sign(ObjectNode energy, String document) {
        energy.putObject("signedMeterValue")
                .put(
                        "signedMeterData",
                        Base64.getEncoder()
                                .encodeToString(document.getBytes(StandardCharsets.UTF_8)))
                .put("signingMethod", seal.map(MeterSeal::algorithm).orElse(""))
                .put("encodingMethod", "OCMF")
                .put("publicKey", seal.map(MeterSeal::publicKey).orElse(""));
    }

    @Override
    public Optional<Say> expired(int reservation) {
        return Optional.of(
                Say.now(
                        "ReservationStatusUpdate",
                        JsonText.object()
                                .put("reservationId", reservation)
                                .put("reservationUpdateStatus", "Expired")));
    }

    @Override
    public Verdict verdict(ObjectNode answer) {
        String word = answer.path("idTokenInfo").path("status").asString("Accepted");
        return new Verdict(
                word.equals("Accepted"),
                word,
                JsonText.text(answer.path("idTokenInfo").path("groupIdToken"), "idToken"));
    }

    @Override
    public void named(Charge charge, ObjectNode answer) {
        // The station names its transactions itself.
    }

    @Override
    public Desk desk(Hands hands) {
        return new Desk201(hands, this);
    }
}
