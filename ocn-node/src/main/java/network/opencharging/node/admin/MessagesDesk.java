package network.opencharging.node.admin;

import network.opencharging.node.journal.MessageLog;
import network.opencharging.node.journal.MessageRecord;
import network.opencharging.node.journal.MessageSearch;
import network.opencharging.protocol.json.Json;
import network.opencharging.protocol.message.Envelope;
import network.opencharging.protocol.party.PartyId;

import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

import java.time.DateTimeException;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/** The operator looks into the log of messages. */
@RestController
public class MessagesDesk {
    private static final int USUAL = 100;
    private static final int MOST = 1000;

    private final MessageLog log;

    /** Searches in this log. */
    public MessagesDesk(MessageLog log) {
        this.log = log;
    }

    /**
     * The newest messages: with {@code correlation_id}, {@code party} (as {@code DE/ALC}), {@code
     * module}, {@code refused} ({@code true} or {@code false}), {@code from}, {@code until} (UTC)
     * and {@code limit}.
     */
    @GetMapping("/admin/messages")
    public ResponseEntity<byte[]> messages(@RequestParam Map<String, String> wanted) {
        try {
            MessageSearch search = search(wanted);
            return json(
                    200,
                    Json.Obj.EMPTY
                            .with(
                                    "messages",
                                    Json.array(
                                            log.find(search).stream()
                                                    .map(MessagesDesk::view)
                                                    .toList()))
                            .with("dropped", Json.number(log.dropped())));
        } catch (WrongParameter wrong) {
            return json(
                    400,
                    Json.Obj.EMPTY
                            .with("error", wrong.name + " must be " + wrong.form + ".")
                            .with("field", wrong.name));
        }
    }

    private static MessageSearch search(Map<String, String> wanted) {
        return new MessageSearch(
                Optional.ofNullable(wanted.get("correlation_id")),
                Optional.ofNullable(wanted.get("party"))
                        .map(text ->
                                PartyId.parse(text)
                                        .orElseThrow(() -> new WrongParameter("party", "DE/ALC"))),
                Optional.ofNullable(wanted.get("module")),
                Optional.ofNullable(wanted.get("refused")).map(MessagesDesk::truth),
                time(wanted, "from"),
                time(wanted, "until"),
                limit(wanted.getOrDefault("limit", Integer.toString(USUAL))));
    }

    private static boolean truth(String text) {
        return switch (text) {
            case "true" -> true;
            case "false" -> false;
            default -> throw new WrongParameter("refused", "true or false");
        };
    }

    private static Optional<Instant> time(Map<String, String> wanted, String name) {
        try {
            return Optional.ofNullable(wanted.get(name)).map(Instant::parse);
        } catch (DateTimeException e) {
            throw new WrongParameter(name, "a time like 2026-11-21T12:00:00Z");
        }
    }

    private static int limit(String text) {
        if (!text.matches("[1-9][0-9]{0,3}") || Integer.parseInt(text) > MOST) {
            throw new WrongParameter("limit", "a whole number from 1 to " + MOST);
        }
        return Integer.parseInt(text);
    }

    private static Json.Obj view(MessageRecord message) {
        return Json.Obj.EMPTY
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

    private static ResponseEntity<byte[]> json(int status, Json.Obj body) {
        return ResponseEntity.status(status)
                .contentType(MediaType.APPLICATION_JSON)
                .body(body.bytes());
    }

    /** Ends the reading of parameters; never leaves this class. */
    private static final class WrongParameter extends RuntimeException {
        private final String name;
        private final String form;

        WrongParameter(String name, String form) {
            super(name, null, false, false);
            this.name = name;
            this.form = form;
        }
    }
}
