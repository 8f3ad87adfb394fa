package network.opencharging.tools.conformance.suite;

import network.opencharging.protocol.json.Json;
import network.opencharging.protocol.route.InterfaceRole;
import network.opencharging.protocol.route.ModuleId;
import network.opencharging.tools.manner.Paragraph;
import network.opencharging.tools.wire.Heard;

import java.io.IOException;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Objects that we own, told to their receiver (OCPI 2.2.1 §4.1.5, Client Owned Objects).
 *
 * @param module which
 * @param idField the field with the id
 * @param changed the field that a PATCH changes
 * @param patchable whether the module has PATCH
 */
record StoreCases(ModuleId module, String idField, String changed, boolean patchable) {
    List<Case> all() {
        Stream<Case> always = Stream.concat(puts().stream(), refusals().stream());
        return Stream.concat(always, patchable ? patches().stream() : Stream.empty()).toList();
    }

    private List<Case> puts() {
        return List.of(
                at(
                        "PUT-1",
                        "what is new is taken by PUT",
                        Paragraph.OWNED,
                        (bench, url) -> {
                            Heard heard = put(bench, url);
                            return Verdict.that(
                                    heard.succeeded(), heard, "HTTP 200 or 201 and OCPI 1000");
                        }),
                at("PUT-2", "what was PUT can be read", Paragraph.OWNED, this::isKept),
                at("PUT-3", "PUT replaces the whole", Paragraph.PUT, this::isReplaced));
    }

    private List<Case> refusals() {
        return List.of(
                at(
                        "PUT-4",
                        "another id in the body than in the URL is refused",
                        Paragraph.OWNED_ERRORS,
                        (bench, url) -> {
                            Json.Obj sample = sample(bench);
                            Heard heard =
                                    bench.line()
                                            .ask(
                                                    "PUT",
                                                    place(bench, url, "ocn-other"),
                                                    sample.text());
                            return Verdict.that(heard.refused(), heard, "OCPI 2001 is wanted");
                        }),
                at(
                        "GET-1",
                        "what is not there: HTTP 404",
                        Paragraph.STATUS,
                        (bench, url) -> {
                            Heard heard = bench.line().get(place(bench, url, "ocn-knows-none"));
                            return Verdict.that(
                                    heard.answer().status() == 404, heard, "HTTP 404 is wanted");
                        }),
                at(
                        "JSON-1",
                        "a body that is no JSON is refused",
                        Paragraph.STATUS,
                        (bench, url) -> {
                            Heard heard =
                                    bench.line()
                                            .ask("PUT", place(bench, url), "{\"" + idField + "\":");
                            return Verdict.that(
                                    heard.refused(), heard, "HTTP 400, or OCPI 2001, is wanted");
                        }));
    }

    private List<Case> patches() {
        return List.of(
                at(
                        "PATCH-1",
                        "PATCH changes what it names and nothing else",
                        Paragraph.PATCH,
                        this::isPatched),
                at(
                        "PATCH-2",
                        "PATCH without last_updated is refused",
                        patching(),
                        (bench, url) -> {
                            put(bench, url);
                            Heard heard =
                                    bench.line().ask("PATCH", place(bench, url), "{\"ocn\":1}");
                            return Verdict.that(heard.refused(), heard, "OCPI 2001 is wanted");
                        }));
    }

    /** That every PATCH carries last_updated is said of each module by itself. */
    private Paragraph patching() {
        return module.equals(ModuleId.LOCATIONS)
                ? Paragraph.LOCATIONS_PATCH
                : module.equals(ModuleId.SESSIONS)
                        ? Paragraph.SESSIONS_PATCH
                        : Paragraph.TOKENS_PATCH;
    }

    private Case at(String id, String title, Paragraph paragraph, Case.TrialAt trial) {
        Case.Rule rule = new Case.Rule(id + "." + module, module + ": " + title, paragraph);
        return Case.at(rule, module, InterfaceRole.RECEIVER, trial);
    }

    private Json.Obj sample(Bench bench) {
        return Samples.of(module, bench.self(), bench.clock());
    }

    private URI place(Bench bench, URI url) {
        return place(bench, url, sample(bench).textOf(idField).orElseThrow());
    }

    private static URI place(Bench bench, URI url, String id) {
        return Bench.below(url, bench.self().countryCode(), bench.self().partyId(), id);
    }

    private Heard put(Bench bench, URI url) throws IOException {
        return bench.line().ask("PUT", place(bench, url), sample(bench).text());
    }

    private Verdict isKept(Bench bench, URI url) throws IOException {
        Json.Obj told = sample(bench);
        bench.line().ask("PUT", place(bench, url), told.text());
        return holds(bench.line().get(place(bench, url)), told);
    }

    private Verdict isReplaced(Bench bench, URI url) throws IOException {
        put(bench, url);
        Json.Obj other = sample(bench).with(changed, other(bench));
        bench.line().ask("PUT", place(bench, url), other.text());
        return holds(bench.line().get(place(bench, url)), other);
    }

    private Verdict isPatched(Bench bench, URI url) throws IOException {
        Json.Obj whole = sample(bench);
        bench.line().ask("PUT", place(bench, url), whole.text());
        Json.Obj patch =
                Json.Obj.EMPTY
                        .with(changed, other(bench))
                        .with("last_updated", whole.textOf("last_updated").orElseThrow());
        Heard heard = bench.line().ask("PATCH", place(bench, url), patch.text());
        return heard.succeeded()
                ? holds(bench.line().get(place(bench, url)), whole.with(changed, other(bench)))
                : Verdict.that(false, heard, "OCPI 1000 is wanted");
    }

    private Json other(Bench bench) {
        return Samples.other(module, sample(bench).member(changed).orElseThrow());
    }

    private static Verdict holds(Heard heard, Json.Obj told) {
        Optional<Json.Obj> found = heard.object();
        Optional<String> other =
                told.members().entrySet().stream()
                        .filter(field ->
                                !found.flatMap(object -> object.member(field.getKey()))
                                        .equals(Optional.of(field.getValue())))
                        .map(Map.Entry::getKey)
                        .findFirst();
        return Verdict.that(
                heard.succeeded() && other.isEmpty(),
                heard,
                other.map(field -> field + " is not what it was told").orElse(""));
    }
}
