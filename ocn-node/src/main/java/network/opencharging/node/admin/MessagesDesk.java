package network.opencharging.node.admin;

import network.opencharging.node.journal.BodyLog;
import network.opencharging.node.journal.MessageLog;
import network.opencharging.node.journal.MessageSearch;
import network.opencharging.protocol.json.Json;
import network.opencharging.protocol.party.PartyId;

import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
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
    private final BodyLog bodies;

    /** Searches in these logs. */
    public MessagesDesk(MessageLog log, BodyLog bodies) {
        this.log = log;
        this.bodies = bodies;
    }

    /**
     * The newest messages: with {@code correlation_id}, {@code party} (as {@code DE/ALC}), {@code
     * module}, {@code status} (HTTP or OCPI), {@code refused} ({@code true} or {@code false}),
     * {@code from}, {@code until} (UTC) and {@code limit}.
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
                                                    .map(MessageView::line)
                                                    .toList()))
                            .with("dropped", Json.number(log.dropped()))
                            .with("bodies_dropped", Json.number(bodies.dropped())));
        } catch (WrongParameter wrong) {
            return json(
                    400,
                    Json.Obj.EMPTY
                            .with("error", wrong.name + " must be " + wrong.form + ".")
                            .with("field", wrong.name));
        }
    }

    /** One message step by step, and what was said where that is kept. */
    @GetMapping("/admin/messages/{id}")
    public ResponseEntity<byte[]> message(@PathVariable String id) {
        return log.byId(id)
                .map(message ->
                        json(
                                200,
                                MessageView.whole(message)
                                        .withOptional(
                                                "bodies", bodies.find(id).map(MessageView::said))))
                .orElseGet(() ->
                        json(
                                404,
                                Json.Obj.EMPTY
                                        .with(
                                                "error",
                                                "There is no message with this id; it may be older"
                                                        + " than the log is kept.")
                                        .with("field", "id")));
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
                Optional.ofNullable(wanted.get("status")).map(MessagesDesk::status),
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

    private static int status(String text) {
        if (!text.matches("[1-9][0-9]{2,3}")) {
            throw new WrongParameter(
                    "status", "an HTTP status of three digits or an OCPI status of four");
        }
        return Integer.parseInt(text);
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
