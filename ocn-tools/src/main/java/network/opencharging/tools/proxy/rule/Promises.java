package network.opencharging.tools.proxy.rule;

import static network.opencharging.bridge.model.Severity.ERROR;
import static network.opencharging.bridge.model.Severity.WARNING;

import network.opencharging.protocol.json.Json;
import network.opencharging.protocol.json.JsonReader;
import network.opencharging.protocol.route.ModuleId;
import network.opencharging.tools.http.Request;
import network.opencharging.tools.proxy.pass.Passed;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.SequencedSet;

/**
 * Results of commands that were promised (OCPI 2.2.1 §13.2): they must come, once, to the address
 * that the command named, before its timeout. May be asked from many threads.
 */
public final class Promises {
    private static final Duration LONGEST = Duration.ofHours(1);

    /** Of more results than this that came the eldest are forgotten: a proxy may run for weeks. */
    static final int REMEMBERED = 10_000;

    /** More than this are not waited for at once: then the eldest are given up, untold. */
    static final int AWAITED = 100_000;

    private final SequencedMap<String, Promise> open = new LinkedHashMap<>();
    private final SequencedSet<String> kept = new LinkedHashSet<>();

    /** Nothing was promised yet. */
    public Promises() {}

    private record Promise(String command, Instant until) {}

    /** What an exchange says about promises. */
    public synchronized List<Violation> note(Passed passed) {
        List<Violation> found = new ArrayList<>();
        Optional<Subject> subject = Subject.of(passed.request());
        if (subject.filter(one -> one.module().equals(ModuleId.COMMANDS)).isPresent()
                && Types.isCommand(subject.get())) {
            promised(subject.get(), passed).ifPresent(found::add);
        }
        String path = passed.request().path();
        boolean posted = passed.request().method().equals("POST");
        if (posted && open.remove(path) != null) {
            kept.add(path);
            if (kept.size() > REMEMBERED) {
                kept.removeFirst();
            }
        } else if (posted && kept.contains(path)) {
            found.add(
                    Violation.ofRequest(
                            "CMD-2", WARNING, "path", "this result has been told before"));
        }
        return found;
    }

    private Optional<Violation> promised(Subject subject, Passed passed) {
        Optional<Json.Obj> answer =
                passed.heard()
                        .object()
                        .filter(data -> data.textOf("result").equals(Optional.of("ACCEPTED")));
        Optional<String> path = responsePath(passed.request());
        if (answer.isEmpty() || path.isEmpty()) {
            return Optional.empty();
        }
        long seconds = seconds(answer.get());
        open.put(path.get(), new Promise(subject.last(), passed.at().plusSeconds(seconds)));
        if (open.size() > AWAITED) {
            open.pollFirstEntry();
        }
        return seconds == 0
                ? Optional.of(
                        Violation.ofAnswer(
                                "CMD-1",
                                WARNING,
                                "$.data.timeout",
                                "a timeout of 0 leaves no time for the result"))
                : Optional.empty();
    }

    private static long seconds(Json.Obj answer) {
        return answer.member("timeout").orElse(Json.Null.NULL) instanceof Json.Num(String literal)
                        && literal.matches("[0-9]{1,7}")
                ? Math.min(Long.parseLong(literal), LONGEST.toSeconds())
                : 0;
    }

    /** Only the path: what a proxy or a hub makes of the host does not matter. */
    private static Optional<String> responsePath(Request request) {
        return JsonReader.standard().read(request.body()).optional().orElse(Json.Null.NULL)
                        instanceof Json.Obj body
                ? body.textOf("response_url")
                        .map(url -> url.replaceFirst("^[a-zA-Z]+://[^/]*", ""))
                        .filter(path -> path.startsWith("/"))
                : Optional.empty();
    }

    /** Which results have not come in time; each is told once. */
    public synchronized List<Violation> overdue(Instant now) {
        List<Violation> found = new ArrayList<>();
        open.values()
                .removeIf(promise -> {
                    boolean late = promise.until().isBefore(now);
                    if (late) {
                        found.add(
                                Violation.ofAnswer(
                                        "CMD-1",
                                        ERROR,
                                        "response_url",
                                        "the result of %s was promised and did not come this way"
                                                .formatted(promise.command())));
                    }
                    return late;
                });
        return found;
    }
}
