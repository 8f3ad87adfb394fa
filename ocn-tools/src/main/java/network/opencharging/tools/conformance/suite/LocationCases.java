package network.opencharging.tools.conformance.suite;

import static network.opencharging.protocol.route.InterfaceRole.SENDER;
import static network.opencharging.protocol.route.ModuleId.LOCATIONS;
import static network.opencharging.protocol.route.ModuleId.TARIFFS;

import network.opencharging.bridge.model.OcpiTime;
import network.opencharging.protocol.json.Json;
import network.opencharging.tools.manner.Paragraph;
import network.opencharging.tools.wire.Heard;

import java.io.IOException;
import java.net.URI;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Locations at their owner, and what they refer to (OCPI 2.2.1 §8 and §11). */
final class LocationCases {

    private LocationCases() {}

    static List<Case> all() {
        return Stream.of(reads(), relations()).flatMap(List::stream).toList();
    }

    private static List<Case> reads() {
        return List.of(
                at(
                        "LOC-1",
                        "a Location read alone is the one of the list",
                        Paragraph.LOCATIONS_GET,
                        (bench, url) -> same(bench, url, LocationCases::location)),
                at(
                        "LOC-2",
                        "an EVSE read alone is the one of its Location",
                        Paragraph.LOCATIONS_GET,
                        (bench, url) -> same(bench, url, LocationCases::evse)),
                at(
                        "LOC-3",
                        "a Connector read alone is the one of its EVSE",
                        Paragraph.LOCATIONS_GET,
                        (bench, url) -> same(bench, url, LocationCases::connector)),
                at(
                        "LOC-4",
                        "a Location that is not there: HTTP 404",
                        Paragraph.STATUS,
                        (bench, url) -> {
                            Heard heard =
                                    bench.line().get(Bench.below(url, "ocn-tools-knows-none"));
                            return Verdict.that(
                                    heard.answer().status() == 404, heard, "HTTP 404 is wanted");
                        }));
    }

    private static List<Case> relations() {
        return List.of(
                at(
                        "LOC-5",
                        "a change of a part is a change of the whole",
                        Paragraph.LOCATIONS_GET,
                        (bench, url) -> each(bench, url, LocationCases::partsAreOlder)),
                at(
                        "LOC-6",
                        "EVSEs and Connectors have ids of their own",
                        Paragraph.EVSE,
                        (bench, url) -> each(bench, url, LocationCases::partsDiffer)),
                at(
                        "LOC-7",
                        "nothing was changed in the future",
                        Paragraph.LOCATION,
                        (bench, url) ->
                                each(
                                        bench,
                                        url,
                                        (here, one) ->
                                                changed(one)
                                                        .filter(time ->
                                                                time.isAfter(
                                                                        Instant.now(here.clock())
                                                                                .plusSeconds(300)))
                                                        .map(time -> "last_updated is " + time))),
                at(
                        "TAR-1",
                        "tariff_ids are those of Tariffs that are there",
                        Paragraph.CONNECTOR,
                        LocationCases::tariffsExist));
    }

    private static Case at(String id, String title, Paragraph paragraph, Case.TrialAt trial) {
        return Case.at(new Case.Rule(id, title, paragraph), LOCATIONS, SENDER, trial);
    }

    /** A part of a Location, and the ids that lead to it. */
    private record Part(Json.Obj object, List<String> ids) {}

    private interface Choice {
        Optional<Part> of(Json.Obj location);
    }

    private static Optional<Part> location(Json.Obj location) {
        return location.textOf("id").map(id -> new Part(location, List.of(id)));
    }

    private static Optional<Part> evse(Json.Obj location) {
        return location(location)
                .flatMap(above ->
                        parts(location, "evses").stream()
                                .findFirst()
                                .flatMap(evse ->
                                        evse.textOf("uid")
                                                .map(uid ->
                                                        new Part(
                                                                evse,
                                                                List.of(
                                                                        above.ids().getFirst(),
                                                                        uid)))));
    }

    private static Optional<Part> connector(Json.Obj location) {
        return evse(location)
                .flatMap(above ->
                        parts(above.object(), "connectors").stream()
                                .findFirst()
                                .flatMap(one ->
                                        one.textOf("id")
                                                .map(id ->
                                                        new Part(
                                                                one,
                                                                List.of(
                                                                        above.ids().getFirst(),
                                                                        above.ids().getLast(),
                                                                        id)))));
    }

    private static Verdict same(Bench bench, URI url, Choice choice) throws IOException {
        Optional<Part> part =
                bench.all(LOCATIONS, url).stream()
                        .flatMap(one -> choice.of(one).stream())
                        .findFirst();
        if (part.isEmpty()) {
            return Verdict.skipped("there is none in the list");
        }
        Heard heard = bench.line().get(Bench.below(url, part.get().ids().toArray(String[]::new)));
        return Verdict.that(
                heard.succeeded() && heard.object().equals(Optional.of(part.get().object())),
                heard,
                "what stands in the list is wanted");
    }

    private interface Demand {
        Optional<String> wrong(Bench bench, Json.Obj location);
    }

    private static Verdict each(Bench bench, URI url, Demand demand) throws IOException {
        List<Json.Obj> all = bench.all(LOCATIONS, url);
        for (Json.Obj one : all) {
            Optional<String> wrong = demand.wrong(bench, one);
            if (wrong.isPresent()) {
                return new Verdict.Failed(
                        "Location %s: %s".formatted(one.textOf("id").orElse("?"), wrong.get()));
            }
        }
        return all.isEmpty() ? Verdict.skipped("the list is empty") : new Verdict.Passed();
    }

    private static Optional<String> partsAreOlder(Bench bench, Json.Obj location) {
        Optional<Instant> own = changed(location);
        return Stream.concat(
                        parts(location, "evses").stream(),
                        parts(location, "evses").stream()
                                .flatMap(evse -> parts(evse, "connectors").stream()))
                .flatMap(part -> changed(part).stream())
                .filter(time -> own.isPresent() && time.isAfter(own.get()))
                .findFirst()
                .map(time -> "last_updated is before that of a part, " + time);
    }

    private static Optional<String> partsDiffer(Bench bench, Json.Obj location) {
        boolean twins =
                hasTwins(parts(location, "evses"), "uid")
                        || parts(location, "evses").stream()
                                .anyMatch(evse -> hasTwins(parts(evse, "connectors"), "id"));
        return twins ? Optional.of("two parts of it have one id") : Optional.empty();
    }

    private static boolean hasTwins(List<Json.Obj> parts, String field) {
        Set<String> seen = new HashSet<>();
        return parts.stream().anyMatch(part -> !seen.add(part.textOf(field).orElse("")));
    }

    private static Verdict tariffsExist(Bench bench, URI url) throws IOException {
        Optional<URI> tariffs = bench.directory().endpoints().find(TARIFFS, SENDER);
        if (tariffs.isEmpty()) {
            return Verdict.skipped("it offers no tariffs");
        }
        Set<String> known =
                bench.all(TARIFFS, tariffs.get()).stream()
                        .flatMap(tariff -> tariff.textOf("id").stream())
                        .collect(Collectors.toSet());
        return each(
                bench,
                url,
                (_, location) ->
                        parts(location, "evses").stream()
                                .flatMap(evse -> parts(evse, "connectors").stream())
                                .flatMap(connector -> texts(connector, "tariff_ids"))
                                .filter(id -> !known.contains(id))
                                .findFirst()
                                .map(id -> "there is no Tariff " + id));
    }

    private static Optional<Instant> changed(Json.Obj object) {
        return object.textOf("last_updated").flatMap(OcpiTime::read);
    }

    private static Stream<String> texts(Json.Obj object, String field) {
        return object.member(field).orElse(Json.Null.NULL) instanceof Json.Arr(var items)
                ? items.stream()
                        .<String>mapMulti((item, out) -> {
                            if (item instanceof Json.Text(String text)) {
                                out.accept(text);
                            }
                        })
                : Stream.empty();
    }

    private static List<Json.Obj> parts(Json.Obj object, String field) {
        return object.member(field).orElse(Json.Null.NULL) instanceof Json.Arr(var items)
                ? items.stream()
                        .<Json.Obj>mapMulti((item, out) -> {
                            if (item instanceof Json.Obj part) {
                                out.accept(part);
                            }
                        })
                        .toList()
                : List.of();
    }
}
