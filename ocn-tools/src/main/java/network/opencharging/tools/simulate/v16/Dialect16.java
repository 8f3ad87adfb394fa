package network.opencharging.tools.simulate.v16;

import network.opencharging.tools.json.JsonText;
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

import java.math.RoundingMode;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** OCPP 1.6. */
public final class Dialect16 implements Dialect {
    private static final int UNNAMED = -1;

    @Override
    public OcppVersion version() {
        return OcppVersion.V16;
    }

    @Override
    public List<Knob> knobs() {
        return Knobs16.all();
    }

    @Override
    public Say boot(Setting setting, String cause, String firmware) {
        ObjectNode payload =
                JsonText.object()
                        .put("chargePointVendor", Setting.VENDOR)
                        .put("chargePointModel", Setting.MODEL)
                        .put("chargePointSerialNumber", setting.serial())
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
                        .put("connectorId", evse.id())
                        .put("errorCode", evse.fault().orElse("NoError"))
                        .put("status", Words16.state(evse.state()))
                        .put("timestamp", written(at)));
    }

    @Override
    public Optional<Say> whole(boolean operative, Instant at) {
        return Optional.of(
                Say.now(
                        "StatusNotification",
                        JsonText.object()
                                .put("connectorId", 0)
                                .put("errorCode", "NoError")
                                .put("status", operative ? "Available" : "Unavailable")
                                .put("timestamp", written(at))));
    }

    @Override
    public Say authorize(Token token) {
        return Say.now("Authorize", JsonText.object().put("idTag", token.text()));
    }

    @Override
    public List<Say> begins(News news) {
        Charge charge = news.charge();
        ObjectNode payload =
                JsonText.object()
                        .put("connectorId", charge.evse())
                        .put("idTag", charge.token().text())
                        .put("meterStart", wattHours(news.sample()));
        charge.start().reservation().ifPresent(number -> payload.put("reservationId", number));
        payload.put("timestamp", written(news.sample().at()));
        List<Say> all = new ArrayList<>();
        all.add(Say.kept("StartTransaction", () -> payload));
        // StartTransaction has no place for what the meter signed: it follows at once.
        if (news.sample().signed().isPresent()) {
            all.add(goesOn(news));
        }
        return all;
    }

    @Override
    public Say goesOn(News news) {
        ObjectNode payload = JsonText.object().put("connectorId", news.charge().evse());
        return Say.kept(
                "MeterValues",
                () -> {
                    payload.put("transactionId", name(news.charge()));
                    if (!payload.has("meterValue")) {
                        payload.putArray("meterValue").add(value(news.sample()));
                    }
                    return payload;
                });
    }

    private static int name(Charge charge) {
        return charge.number() == 0 ? UNNAMED : charge.number();
    }

    @Override
    public Optional<Say> changes(News news) {
        return Optional.empty();
    }

    @Override
    public Say ends(News news, Reason reason, Optional<Token> by) {
        ObjectNode payload = JsonText.object();
        by.ifPresent(token -> payload.put("idTag", token.text()));
        payload.put("meterStop", wattHours(news.sample()))
                .put("timestamp", written(news.sample().at()));
        return Say.kept(
                "StopTransaction",
                () -> {
                    payload.put("transactionId", name(news.charge()))
                            .put("reason", Words16.reason(reason));
                    if (news.sample().signed().isPresent() && !payload.has("transactionData")) {
                        payload.putArray("transactionData").add(value(news.sample()));
                    }
                    return payload;
                });
    }

    @Override
    public Say shows(int evse, Sample sample) {
        ObjectNode payload = JsonText.object().put("connectorId", evse);
        payload.putArray("meterValue").add(value(sample));
        return Say.now("MeterValues", payload);
    }

    private static ObjectNode value(Sample sample) {
        ObjectNode value = JsonText.object().put("timestamp", written(sample.at()));
        var values = value.putArray("sampledValue");
        String moment = Words16.moment(sample.moment());
        values.addObject()
                .put("value", sample.wattHours().setScale(0, RoundingMode.FLOOR).toPlainString())
                .put("context", moment)
                .put("measurand", "Energy.Active.Import.Register")
                .put("unit", "Wh");
        values.addObject()
                .put("value", Long.toString(sample.watts()))
                .put("context", moment)
                .put("measurand", "Power.Active.Import")
                .put("unit", "W");
        sample.signed()
                .ifPresent(document ->
                        values.addObject()
                                .put("value", document)
                                .put("context", moment)
                                .put("format", "SignedData")
                                .put("measurand", "Energy.Active.Import.Register")
                                .put("unit", "Wh"));
        return value;
    }

    private static int wattHours(Sample sample) {
        return sample.wattHours().setScale(0, RoundingMode.FLOOR).intValue();
    }

    static String written(Instant at) {
        return at.truncatedTo(ChronoUnit.MILLIS).toString();
    }

    @Override
    public Optional<Say> expired(int reservation) {
        return Optional.empty();
    }

    @Override
    public Verdict verdict(ObjectNode answer) {
        String word = answer.path("idTagInfo").path("status").asString("Accepted");
        return new Verdict(
                word.equals("Accepted"),
                word,
                JsonText.text(answer.path("idTagInfo"), "parentIdTag"));
    }

    @Override
    public void named(Charge charge, ObjectNode answer) {
        charge.number(answer.path("transactionId").asInt(0));
    }

    @Override
    public Desk desk(Hands hands) {
        return new Desk16(hands);
    }
}
