package network.opencharging.node.admin;

import jakarta.servlet.http.HttpServletRequest;

import network.opencharging.node.journal.BodyLog;
import network.opencharging.node.journal.MessageLog;
import network.opencharging.node.journal.MessageSearch;
import network.opencharging.protocol.json.Json;
import network.opencharging.protocol.party.PartyId;

import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

import java.util.Map;
import java.util.Optional;

/** The operator looks into the log of messages. */
@RestController
public class MessagesDesk {
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
            MessageSearch search = search(new SearchMarks(wanted));
            return AdminAnswers.json(
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
        } catch (SearchMarks.Wrong wrong) {
            return AdminAnswers.wrong(wrong.mark(), "must be " + wrong.form());
        }
    }

    /** One message step by step, and what was said where that is kept. */
    @GetMapping("/admin/messages/{id}")
    public ResponseEntity<byte[]> message(@PathVariable String id, HttpServletRequest request) {
        Optional<Json> said = bodies.find(id).map(MessageView::said);
        said.ifPresent(_ -> AdminRequest.note(request, "read what was said"));
        return log.byId(id)
                .map(message ->
                        AdminAnswers.json(
                                200, MessageView.whole(message).withOptional("bodies", said)))
                .orElseGet(() ->
                        AdminAnswers.missing(
                                "There is no message with this id; it may be older than the log is"
                                        + " kept.",
                                "id"));
    }

    private static MessageSearch search(SearchMarks marks) {
        return new MessageSearch(
                marks.text("correlation_id"),
                marks.text("party")
                        .map(text ->
                                PartyId.parse(text)
                                        .orElseThrow(
                                                () -> new SearchMarks.Wrong("party", "DE/ALC"))),
                marks.text("module"),
                marks.text("refused").map(MessagesDesk::truth),
                marks.text("status").map(MessagesDesk::status),
                marks.time("from"),
                marks.time("until"),
                marks.limit());
    }

    private static boolean truth(String text) {
        return switch (text) {
            case "true" -> true;
            case "false" -> false;
            default -> throw new SearchMarks.Wrong("refused", "true or false");
        };
    }

    private static int status(String text) {
        if (!text.matches("[1-9][0-9]{2,3}")) {
            throw new SearchMarks.Wrong(
                    "status", "an HTTP status of three digits or an OCPI status of four");
        }
        return Integer.parseInt(text);
    }
}
