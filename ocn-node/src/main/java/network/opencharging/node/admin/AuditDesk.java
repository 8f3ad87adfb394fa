package network.opencharging.node.admin;

import network.opencharging.node.audit.AuditLog;
import network.opencharging.node.audit.Deed;
import network.opencharging.node.audit.DeedSearch;
import network.opencharging.protocol.json.Json;
import network.opencharging.protocol.message.Envelope;

import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

import java.util.Map;

/** What administrators did. */
@RestController
public class AuditDesk {
    private final AuditLog log;

    /** Searches in this log. */
    public AuditDesk(AuditLog log) {
        this.log = log;
    }

    /**
     * The newest deeds: with {@code who}, {@code what} (a part of method and path), {@code from},
     * {@code until} (UTC) and {@code limit}.
     */
    @GetMapping("/admin/audit")
    public ResponseEntity<byte[]> deeds(@RequestParam Map<String, String> wanted) {
        SearchMarks marks = new SearchMarks(wanted);
        try {
            DeedSearch search =
                    new DeedSearch(
                            marks.text("who"),
                            marks.text("what"),
                            marks.time("from"),
                            marks.time("until"),
                            marks.limit());
            return AdminAnswers.json(
                    200,
                    Json.Obj.EMPTY.with(
                            "deeds",
                            Json.array(log.find(search).stream().map(AuditDesk::view).toList())));
        } catch (SearchMarks.Wrong wrong) {
            return AdminAnswers.wrong(wrong.mark(), "must be " + wrong.form());
        }
    }

    private static Json.Obj view(Deed deed) {
        return Json.Obj.EMPTY
                .with("at", Envelope.timeText(deed.at()))
                .with("who", deed.who())
                .withOptional("way", deed.way().map(Json::text))
                .with("from", deed.from())
                .with("what", deed.what())
                .withOptional("http_status", deed.outcome().status().map(Json::number))
                .withOptional("note", deed.outcome().note().map(Json::text));
    }
}
