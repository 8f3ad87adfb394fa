package network.opencharging.tools.conformance.suite;

import network.opencharging.protocol.json.Json;
import network.opencharging.tools.manner.Paragraph;
import network.opencharging.tools.ocpi.Endpoints;
import network.opencharging.tools.wire.Heard;

import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Versions and version details (OCPI 2.2.1 §6). */
final class VersionCases {
    private static final Set<String> ROLES = Set.of("SENDER", "RECEIVER");

    private VersionCases() {}

    static List<Case> all(Set<String> demanded) {
        return Stream.of(versions(), details(), demands(demanded)).flatMap(List::stream).toList();
    }

    private static List<Case> versions() {
        return List.of(
                new Case(
                        "VER-1",
                        "versions are a list of Version",
                        Paragraph.VERSIONS,
                        bench -> {
                            Heard heard = bench.directory().versions();
                            return Verdict.that(
                                    heard.succeeded() && !heard.objects().isEmpty(),
                                    heard,
                                    "data must be a list with a version at least");
                        }),
                new Case(
                        "VER-2",
                        "every version has an absolute url",
                        Paragraph.VERSION,
                        bench -> {
                            Heard heard = bench.directory().versions();
                            return Verdict.that(
                                    heard.objects().stream().allMatch(VersionCases::isVersion),
                                    heard,
                                    "each must have version and an absolute url");
                        }),
                new Case(
                        "VER-3",
                        "2.2.1 is offered",
                        Paragraph.VERSIONS,
                        bench ->
                                Verdict.that(
                                        bench.directory().details().isPresent(),
                                        bench.directory().versions(),
                                        "2.2.1 must be among the versions")));
    }

    private static List<Case> details() {
        return List.of(
                new Case(
                        "VER-4",
                        "details name their version",
                        Paragraph.DETAILS,
                        bench ->
                                details(
                                        bench,
                                        heard ->
                                                heard.object()
                                                        .flatMap(found -> found.textOf("version"))
                                                        .equals(Optional.of("2.2.1")),
                                        "version must be 2.2.1, as listed")),
                new Case(
                        "VER-5",
                        "every endpoint has identifier, role and url",
                        Paragraph.ENDPOINT,
                        bench ->
                                details(
                                        bench,
                                        heard ->
                                                endpoints(heard).stream()
                                                        .allMatch(VersionCases::isWhole),
                                        "identifier, role SENDER or RECEIVER, absolute url")),
                new Case(
                        "VER-6",
                        "no interface stands twice",
                        Paragraph.ENDPOINT,
                        bench ->
                                details(
                                        bench,
                                        heard -> !hasTwins(endpoints(heard)),
                                        "each identifier and role once")));
    }

    private static List<Case> demands(Set<String> demanded) {
        return List.of(
                new Case(
                        "VER-7",
                        "the interfaces of its role are offered",
                        Paragraph.MODULES,
                        bench ->
                                details(
                                        bench,
                                        heard ->
                                                bench.directory()
                                                        .endpoints()
                                                        .urls()
                                                        .keySet()
                                                        .containsAll(demanded),
                                        "wanted are " + String.join(", ", demanded))),
                new Case(
                        "CRED-1",
                        "credentials are offered",
                        Paragraph.MODULES,
                        bench ->
                                details(
                                        bench,
                                        _ ->
                                                bench.directory()
                                                        .endpoints()
                                                        .credentials()
                                                        .isPresent(),
                                        "the module credentials is missing")));
    }

    private interface Demand {
        boolean holds(Heard heard);
    }

    private static Verdict details(Bench bench, Demand demand, String otherwise) {
        Optional<Heard> heard = bench.directory().details();
        return heard.isEmpty()
                ? Verdict.skipped("there are no details of 2.2.1")
                : Verdict.that(
                        heard.get().succeeded() && demand.holds(heard.get()),
                        heard.get(),
                        otherwise);
    }

    private static List<Json.Obj> endpoints(Heard heard) {
        return heard.object().flatMap(found -> found.member("endpoints")).orElse(Json.Null.NULL)
                        instanceof Json.Arr(List<Json> items)
                ? items.stream()
                        .map(item -> item instanceof Json.Obj object ? object : Json.Obj.EMPTY)
                        .toList()
                : List.of(Json.Obj.EMPTY);
    }

    private static boolean isVersion(Json.Obj version) {
        return version.textOf("version").isPresent() && hasUrl(version);
    }

    private static boolean isWhole(Json.Obj endpoint) {
        return endpoint.textOf("identifier").isPresent()
                && endpoint.textOf("role").filter(ROLES::contains).isPresent()
                && hasUrl(endpoint);
    }

    private static boolean hasUrl(Json.Obj object) {
        return object.textOf("url").flatMap(Endpoints::address).isPresent();
    }

    /** The role of credentials has no meaning, and some list both: that is not counted. */
    private static boolean hasTwins(List<Json.Obj> endpoints) {
        Set<String> seen = new HashSet<>();
        return endpoints.stream()
                .map(one ->
                        one.textOf("identifier").orElse("") + " " + one.textOf("role").orElse(""))
                .map(key -> key.toLowerCase(Locale.ROOT))
                .anyMatch(key -> !seen.add(key));
    }
}
