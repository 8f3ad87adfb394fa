package network.opencharging.tools.proxy.rule;

import static network.opencharging.bridge.model.Severity.ERROR;
import static network.opencharging.bridge.model.Severity.NOTE;
import static network.opencharging.bridge.model.Severity.WARNING;

import network.opencharging.bridge.model.OcpiTime;
import network.opencharging.protocol.json.Json;
import network.opencharging.protocol.message.HeaderNames;
import network.opencharging.protocol.route.ModuleId;
import network.opencharging.tools.http.Request;
import network.opencharging.tools.manner.Manner;
import network.opencharging.tools.manner.Manners;
import network.opencharging.tools.proxy.pass.Passed;
import network.opencharging.tools.wire.Heard;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.SequencedSet;

/** Sees every exchange and says what is wrong with it. May be asked from many threads. */
public final class Witness {
    private static final int REMEMBERED = 10_000;

    private final Bodies bodies;
    private final List<Manner> manners = Manners.all();
    private final SequencedSet<String> requestIds = new LinkedHashSet<>();

    /**
     * A witness who has seen nothing.
     *
     * @param clock tells what lies in the future
     */
    public Witness(Clock clock) {
        this.bodies = new Bodies(clock);
    }

    /** What is wrong with an exchange; nothing is said of what is none of OCPI. */
    public List<Violation> judge(Passed passed) {
        Optional<Subject> subject = Subject.of(passed.request()).or(() -> details(passed));
        if (subject.isEmpty()) {
            return List.of();
        }
        List<Violation> found = new ArrayList<>(Requests.check(subject.get(), passed.request()));
        used(passed.request()).ifPresent(found::add);
        Heard heard = passed.heard();
        for (Manner manner : manners) {
            manner.check(heard)
                    .filter(_ -> passed.whole())
                    .ifPresent(why ->
                            found.add(Violation.ofAnswer(manner.id(), ERROR, "answer", why)));
        }
        found.addAll(bodies.ofRequest(subject.get(), passed.request()));
        heard.envelope()
                .filter(_ -> heard.succeeded())
                .ifPresent(envelope ->
                        found.addAll(bodies.ofAnswer(subject.get(), passed.request(), envelope)));
        list(subject.get(), heard, found);
        refused(heard).ifPresent(found::add);
        return found;
    }

    /** Details of a version lie at an address without the name of any module. */
    private static Optional<Subject> details(Passed passed) {
        return passed.heard()
                .object()
                .filter(data ->
                        data.member("version").isPresent() && data.member("endpoints").isPresent())
                .map(_ -> new Subject(ModuleId.VERSIONS, List.of()));
    }

    /** OCPI 2.2.1 §4.2, Unique message IDs: every request has another. */
    private Optional<Violation> used(Request request) {
        Optional<String> id = request.headers().get(HeaderNames.X_REQUEST_ID);
        synchronized (requestIds) {
            boolean again = id.isPresent() && !requestIds.add(id.get());
            if (requestIds.size() > REMEMBERED) {
                requestIds.removeFirst();
            }
            return again
                    ? Optional.of(
                            Violation.ofRequest(
                                    "ID-4",
                                    WARNING,
                                    "header " + HeaderNames.X_REQUEST_ID,
                                    "another request had the same id"))
                    : Optional.empty();
        }
    }

    /** OCPI 2.2.1 §4.1.4.1, Pagination. */
    private static void list(Subject subject, Heard heard, List<Violation> found) {
        boolean list =
                subject.rest().isEmpty()
                        && subject.isRouted()
                        && heard.request().method().equals("GET")
                        && heard.succeeded()
                        && heard.data().filter(Json.Arr.class::isInstance).isPresent();
        if (!list) {
            return;
        }
        for (String name : List.of(HeaderNames.X_TOTAL_COUNT, HeaderNames.X_LIMIT)) {
            if (heard.number(name).isEmpty()) {
                found.add(
                        Violation.ofAnswer(
                                "PAGE-1", ERROR, "header " + name, "lists must carry it"));
            }
        }
        Optional<Instant> from =
                Optional.ofNullable(heard.request().query().get("date_from"))
                        .flatMap(OcpiTime::read);
        List<Json.Obj> objects = heard.objects();
        for (int i = 0; i < objects.size() && from.isPresent(); i++) {
            Optional<Instant> updated =
                    objects.get(i).textOf("last_updated").flatMap(OcpiTime::read);
            if (updated.filter(time -> time.isBefore(from.get())).isPresent()) {
                found.add(
                        Violation.ofAnswer(
                                "TIME-1",
                                ERROR,
                                "$.data[" + i + "].last_updated",
                                "it is before date_from " + from.get()));
            }
        }
    }

    private static Optional<Violation> refused(Heard heard) {
        return heard.answer().status() == 401
                ? Optional.of(
                        Violation.ofAnswer("AUTH-2", NOTE, "answer", "the token was not accepted"))
                : Optional.empty();
    }
}
