package network.opencharging.tools.proxy;

import network.opencharging.protocol.json.Json;
import network.opencharging.protocol.message.HeaderNames;
import network.opencharging.tools.proxy.pass.Passed;
import network.opencharging.tools.proxy.rule.Violation;
import network.opencharging.tools.wire.Heard;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** What machines read: one JSON object a line, none of them with a token or a body. */
final class Lines {
    private Lines() {}

    static String exchange(Side side, Passed passed, List<Violation> found) {
        Map<String, Json> line = line("exchange", side, passed);
        Heard heard = passed.heard();
        line.put("http", Json.number(passed.answer().status()));
        heard.status().ifPresent(code -> line.put("ocpi", Json.number(code)));
        line.put("millis", Json.number(passed.took().toMillis()));
        line.put("violations", Json.number(found.size()));
        return Json.object(line).text();
    }

    static String violation(Side side, Passed passed, Violation violation) {
        Map<String, Json> line = line("violation", side, passed);
        return Json.object(told(line, side, violation)).text();
    }

    static String late(Side side, Violation violation) {
        Map<String, Json> line = new LinkedHashMap<>();
        line.put("kind", Json.text("violation"));
        return Json.object(told(line, side, violation)).text();
    }

    static String broken(Side side, String what) {
        Map<String, Json> line = new LinkedHashMap<>();
        line.put("kind", Json.text("broken"));
        line.put("direction", Json.text(side.arrow()));
        line.put("sentence", Json.text(what));
        return Json.object(line).text();
    }

    static String summary(Account account) {
        Map<String, Json> line = new LinkedHashMap<>();
        line.put("kind", Json.text("summary"));
        line.put("exchanges", Json.number(account.exchanges()));
        line.put("broken", Json.number(account.broken()));
        line.put("rules", Json.array(account.rows().stream().map(Lines::row).toList()));
        return Json.object(line).text();
    }

    private static Json row(Account.Row row) {
        Map<String, Json> json = new LinkedHashMap<>();
        json.put("rule", Json.text(row.rule()));
        json.put("direction", Json.text(row.arrow()));
        json.put("severity", Json.text(row.severity().name().toLowerCase(Locale.ROOT)));
        json.put("times", Json.number(row.times()));
        json.put("first", Json.text(row.first()));
        return Json.object(json);
    }

    private static Map<String, Json> line(String kind, Side side, Passed passed) {
        Map<String, Json> line = new LinkedHashMap<>();
        line.put("kind", Json.text(kind));
        line.put("at", Json.text(passed.at().toString()));
        line.put("direction", Json.text(side.arrow()));
        line.put("method", Json.text(passed.request().method()));
        line.put("url", Json.text(passed.request().target().toString()));
        passed.request()
                .headers()
                .get(HeaderNames.X_CORRELATION_ID)
                .ifPresent(id -> line.put("correlation_id", Json.text(id)));
        return line;
    }

    private static Map<String, Json> told(Map<String, Json> line, Side side, Violation violation) {
        line.put("rule", Json.text(violation.rule()));
        line.put("severity", Json.text(violation.severity().name().toLowerCase(Locale.ROOT)));
        line.put("sent", Json.text(side.arrowOf(violation.inAnswer())));
        line.put("part", Json.text(violation.inAnswer() ? "answer" : "request"));
        line.put("path", Json.text(violation.path()));
        line.put("sentence", Json.text(violation.sentence()));
        return line;
    }
}
