package network.opencharging.tools.conformance.suite;

import static network.opencharging.protocol.route.InterfaceRole.RECEIVER;
import static network.opencharging.protocol.route.ModuleId.COMMANDS;
import static network.opencharging.protocol.route.ModuleId.LOCATIONS;

import network.opencharging.protocol.json.Json;
import network.opencharging.protocol.json.JsonReader;
import network.opencharging.protocol.route.InterfaceRole;
import network.opencharging.protocol.route.ModuleId;
import network.opencharging.tools.http.Request;
import network.opencharging.tools.manner.Paragraph;
import network.opencharging.tools.wire.Heard;

import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Commands at a CPO: first whether, later what became of it (OCPI 2.2.1 §13). */
final class CommandCases {
    private static final String UNLOCK = "unlock";

    /** Nobody is waited for longer, whatever is promised. */
    private static final long LONGEST_SECONDS = 120;

    private static final long UNPROMISED_SECONDS = 10;

    private CommandCases() {}

    static List<Case> all() {
        return Stream.of(answers(), refusals(), times(), results()).flatMap(List::stream).toList();
    }

    private static List<Case> answers() {
        return List.of(
                at(
                        "CMD-1",
                        "the answer to a command is a CommandResponse",
                        Paragraph.COMMAND_RESPONSE,
                        (bench, url) -> {
                            Heard heard = start(bench, url, "ocn-knows-none", "nowhere");
                            Optional<String> wrong = wrong(heard);
                            return Verdict.that(
                                    heard.refused() || (heard.succeeded() && wrong.isEmpty()),
                                    heard,
                                    wrong.orElse("a CommandResponse is wanted"));
                        }),
                at(
                        "CMD-2",
                        "a place that is not there is not accepted",
                        Paragraph.COMMANDS_POST,
                        (bench, url) -> {
                            Heard heard = start(bench, url, "ocn-knows-none", "nowhere");
                            return Verdict.that(
                                    !result(heard).equals("ACCEPTED"), heard, "REJECTED is wanted");
                        }));
    }

    private static List<Case> refusals() {
        return List.of(
                at(
                        "CMD-3",
                        "a session that is not there is not stopped",
                        Paragraph.COMMAND_RESPONSES,
                        (bench, url) -> {
                            Heard heard =
                                    send(
                                            bench,
                                            url,
                                            "STOP_SESSION",
                                            "unknown",
                                            "{\"session_id\":\"ocn-none\"}");
                            return Verdict.that(
                                    heard.refused()
                                            || Set.of("REJECTED", "UNKNOWN_SESSION")
                                                    .contains(result(heard)),
                                    heard,
                                    "UNKNOWN_SESSION is wanted");
                        }),
                at(
                        "CMD-4",
                        "a command that is none is refused",
                        Paragraph.COMMANDS,
                        (bench, url) -> {
                            Heard heard = send(bench, url, "DANCE", "dance", "{}");
                            return Verdict.that(
                                    heard.refused() || result(heard).equals("NOT_SUPPORTED"),
                                    heard,
                                    "OCPI 2001 or NOT_SUPPORTED is wanted");
                        }));
    }

    private static List<Case> times() {
        return List.of(
                at(
                        "CMD-5",
                        "an accepted command says how long it may take",
                        Paragraph.COMMAND_RESPONSE,
                        (bench, url) -> {
                            Heard heard = unlocked(bench, url).answer();
                            return !result(heard).equals("ACCEPTED")
                                    ? unaccepted(heard)
                                    : Verdict.that(
                                            timeout(heard) > 0, heard, "timeout must be above 0");
                        }),
                at(
                        "CMD-6",
                        "the result of a command comes to response_url",
                        Paragraph.RESULT_POST,
                        CommandCases::comes));
    }

    private static Verdict unaccepted(Heard heard) {
        String said =
                heard.object()
                        .map(Json.Obj::text)
                        .or(() -> heard.envelope().map(Json.Obj::text))
                        .orElse(heard.summary());
        return Verdict.skipped("UNLOCK_CONNECTOR is not accepted: " + said);
    }

    /** In the time that its answer promises; who promises more than is waited for is not judged. */
    private static Verdict comes(Bench bench, URI url) throws IOException {
        Bench.Ordered ordered = unlocked(bench, url);
        if (!result(ordered.answer()).equals("ACCEPTED")) {
            return unaccepted(ordered.answer());
        }
        if (!ordered.results().isEmpty()) {
            String method = ordered.results().getFirst().method();
            return Verdict.that(
                    method.equals("POST"), "it came by %s, POST is wanted".formatted(method));
        }
        long waited = ordered.waited().toSeconds();
        long promised = timeout(ordered.answer());
        return bench.freedom().results().isEmpty() && promised > waited
                ? Verdict.skipped(
                        "it is promised within %d s, and nothing came in %d s: wait longer with --results-within"
                                .formatted(promised, waited))
                : Verdict.that(
                        false,
                        ordered.answer(),
                        "nothing came to response_url within %d s".formatted(waited));
    }

    private static List<Case> results() {
        return List.of(
                at(
                        "CMD-7",
                        "the result is a bare CommandResult",
                        Paragraph.COMMAND_RESULT,
                        (bench, url) -> called(bench, url, CommandCases::isBare)),
                at(
                        "CMD-8",
                        "the result carries the ids of a message",
                        Paragraph.IDS,
                        (bench, url) ->
                                called(
                                        bench,
                                        url,
                                        request ->
                                                Verdict.that(
                                                        request.headers()
                                                                        .get("X-Request-ID")
                                                                        .isPresent()
                                                                && request.headers()
                                                                        .get("X-Correlation-ID")
                                                                        .isPresent(),
                                                        "X-Request-ID and X-Correlation-ID are"
                                                                + " wanted"))));
    }

    private static Case at(String id, String title, Paragraph paragraph, Case.TrialAt trial) {
        return Case.at(
                new Case.Rule(id, title, paragraph),
                COMMANDS,
                RECEIVER,
                (bench, url) ->
                        bench.freedom().commands()
                                ? trial.run(bench, url)
                                : Verdict.skipped(
                                        "commands do something at a plug: say --commands"));
    }

    private static Heard start(Bench bench, URI url, String location, String name)
            throws IOException {
        Json.Obj token = Samples.of(ModuleId.TOKENS, bench.self(), bench.clock());
        return send(
                bench,
                url,
                "START_SESSION",
                name,
                "{\"token\":%s,\"location_id\":\"%s\"}".formatted(token.text(), location));
    }

    private static Heard send(Bench bench, URI url, String command, String name, String body)
            throws IOException {
        Json.Obj whole =
                JsonReader.standard().read(body).orThrow() instanceof Json.Obj object
                        ? object.with("response_url", bench.ears().url(name).toString())
                        : Json.Obj.EMPTY;
        return bench.line().ask("POST", Bench.below(url, command), whole.text());
    }

    /** Unlocking harms nobody who does not charge: the first plug of the list is unlocked, once. */
    private static Bench.Ordered unlocked(Bench bench, URI url) throws IOException {
        return bench.once(() -> {
            Heard heard = unlock(bench, url);
            Duration most =
                    bench.freedom()
                            .results()
                            .orElseGet(() ->
                                    Duration.ofSeconds(
                                            timeout(heard) == 0
                                                    ? UNPROMISED_SECONDS
                                                    : Math.min(timeout(heard), LONGEST_SECONDS)));
            List<Request> came =
                    result(heard).equals("ACCEPTED") ? bench.ears().await(UNLOCK, most) : List.of();
            return new Bench.Ordered(heard, came, most);
        });
    }

    private static Heard unlock(Bench bench, URI url) throws IOException {
        Optional<URI> locations =
                bench.directory().endpoints().find(LOCATIONS, InterfaceRole.SENDER);
        String location = "none";
        String evse = "none";
        if (locations.isPresent()) {
            for (Json.Obj one : bench.all(LOCATIONS, locations.get())) {
                Optional<String> uid = firstEvse(one);
                if (uid.isPresent()) {
                    location = one.textOf("id").orElse("none");
                    evse = uid.get();
                    break;
                }
            }
        }
        return send(
                bench,
                url,
                "UNLOCK_CONNECTOR",
                UNLOCK,
                "{\"location_id\":\"%s\",\"evse_uid\":\"%s\",\"connector_id\":\"1\"}"
                        .formatted(location, evse));
    }

    private static Optional<String> firstEvse(Json.Obj location) {
        return location.member("evses").orElse(Json.Null.NULL) instanceof Json.Arr(var items)
                        && !items.isEmpty()
                        && items.getFirst() instanceof Json.Obj evse
                ? evse.textOf("uid")
                : Optional.empty();
    }

    private interface Callback {
        Verdict judge(Request request);
    }

    private static Verdict called(Bench bench, URI url, Callback callback) throws IOException {
        List<Request> came = unlocked(bench, url).results();
        return came.isEmpty()
                ? Verdict.skipped("no result of a command came: see CMD-6")
                : callback.judge(came.getFirst());
    }

    private static Verdict isBare(Request request) {
        Optional<String> wrong =
                JsonReader.standard()
                        .read(request.body())
                        .optional()
                        .map(body -> Bench.wrong("CommandResult", body))
                        .orElse(Optional.of("it is no JSON"));
        return Verdict.that(
                wrong.isEmpty(), "no bare CommandResult came: %s".formatted(wrong.orElse("")));
    }

    private static Optional<String> wrong(Heard heard) {
        return heard.data()
                .map(data -> Bench.wrong("CommandResponse", data))
                .orElse(Optional.of("data is missing"));
    }

    private static String result(Heard heard) {
        return heard.object().flatMap(found -> found.textOf("result")).orElse("");
    }

    private static long timeout(Heard heard) {
        return heard.object().flatMap(found -> found.member("timeout")).orElse(Json.Null.NULL)
                                instanceof Json.Num number
                        && number.isInteger()
                        && number.literal().length() < 9
                ? Long.parseLong(number.literal())
                : 0;
    }
}
