package network.opencharging.node.admin;

import network.opencharging.node.journal.BodyLog;
import network.opencharging.node.journal.MessageRecord;
import network.opencharging.node.message.Step;
import network.opencharging.protocol.json.Json;
import network.opencharging.protocol.message.Envelope;
import network.opencharging.protocol.party.PartyId;

import java.util.Locale;

/** A message of the log as the operator sees it. */
public final class MessageView {
    private MessageView() {}

    /** In a list: without its steps. */
    public static Json.Obj line(MessageRecord message) {
        return Json.Obj.EMPTY
                .with("id", message.id())
                .with("at", Envelope.timeText(message.at()))
                .with("correlation_id", message.ids().correlationId())
                .with("request_id", message.ids().requestId())
                .withOptional("sender", message.sender().map(PartyId::toString).map(Json::text))
                .withOptional("receiver", message.receiver().map(PartyId::toString).map(Json::text))
                .with("module", message.what().module())
                .with("interface_role", message.what().role())
                .with("method", message.what().method())
                .with("from_node", new Json.Bool(message.fromNode()))
                .with("signed", new Json.Bool(message.signed()))
                .with("repeated", new Json.Bool(message.repeated()))
                .with("http_status", Json.number(message.ending().http()))
                .withOptional("ocpi_status", message.ending().ocpi().map(Json::number))
                .withOptional("refusal", message.ending().refusal().map(Json::text))
                .with("milliseconds", Json.number(message.milliseconds()));
    }

    /** Alone: with its steps. */
    static Json.Obj whole(MessageRecord message) {
        return line(message)
                .with("path", Json.array(message.path().stream().map(MessageView::step).toList()));
    }

    private static Json.Obj step(Step step) {
        return Json.Obj.EMPTY
                .with("step", step.name().name().toLowerCase(Locale.ROOT))
                .with("at_microseconds", Json.number(step.at().toNanos() / 1000))
                .with("passed", Json.bool(step.passed()))
                .with("found", step.found());
    }

    static Json.Obj said(BodyLog.Said said) {
        return Json.Obj.EMPTY
                .with("request", text(said.request()))
                .with("answer", text(said.answer()));
    }

    private static Json.Obj text(BodyLog.Text text) {
        return Json.Obj.EMPTY.with("text", text.text()).with("bytes", Json.number(text.size()));
    }
}
