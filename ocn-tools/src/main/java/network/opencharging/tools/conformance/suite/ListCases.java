package network.opencharging.tools.conformance.suite;

import network.opencharging.protocol.json.Json;
import network.opencharging.protocol.message.HeaderNames;
import network.opencharging.protocol.party.PartyId;
import network.opencharging.protocol.route.InterfaceRole;
import network.opencharging.protocol.route.ModuleId;
import network.opencharging.tools.manner.Paragraph;
import network.opencharging.tools.wire.Heard;

import java.io.IOException;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * The paged list of one module at its owner (OCPI 2.2.1 §4.1.4.1, Pagination).
 *
 * @param module whose list
 * @param type of its objects
 * @param idField the field with their ids
 * @param object where OCPI says what an object of it is
 */
record ListCases(ModuleId module, String type, String idField, Paragraph object) {
    private static final String SINCE = "1999-12-31T00:00:00Z";

    List<Case> all() {
        return List.of(
                at("PAGE-1", "X-Total-Count tells how many there are", this::countIsTold),
                at("PAGE-2", "X-Limit tells how many a page may have", this::limitIsTold),
                at("PAGE-3", "no page has more than limit", this::limitHolds),
                at("PAGE-4", "a page with more behind it has a Link", this::linkIsThere),
                at("PAGE-5", "the last page has no Link", this::linkEnds),
                at("PAGE-6", "the pages have every object once", this::everyObjectOnce),
                at("PAGE-7", "X-Total-Count is the number of objects", this::countIsRight),
                at("PAGE-8", "Link keeps the filters", this::filtersStay),
                at("PAGE-9", "offset leaves out", this::offsetLeavesOut),
                at(
                        "TIME-1",
                        "date_from leaves out what is older",
                        (bench, url) ->
                                empty(
                                        bench.line()
                                                .get(
                                                        Bench.with(
                                                                url,
                                                                "date_from=2999-01-01T00:00:00Z")))),
                at(
                        "TIME-3",
                        "date_to leaves out what is newer",
                        (bench, url) ->
                                empty(
                                        bench.line()
                                                .get(
                                                        Bench.with(
                                                                url,
                                                                "date_from=1980-01-01T00:00:00Z"
                                                                    + "&date_to=1990-01-01T00:00:00Z")))),
                at("MODEL-1", "every object is a whole " + type, object, this::objectsAreWhole),
                at("OWN-1", "every object belongs to who was asked", object, this::ownerIsRight),
                at(
                        "CASE-1",
                        "no id stands twice, whatever its case",
                        Paragraph.CI_STRING,
                        this::idsAreDistinct));
    }

    private Case at(String id, String title, Case.TrialAt trial) {
        return at(id, title, Paragraph.GET, trial);
    }

    private Case at(String id, String title, Paragraph paragraph, Case.TrialAt trial) {
        Case.Rule rule = new Case.Rule(id + "." + module, module + ": " + title, paragraph);
        return Case.at(rule, module, InterfaceRole.SENDER, trial);
    }

    private Heard first(Bench bench, URI url) throws IOException {
        return bench.pages(module, url).getFirst();
    }

    private Verdict countIsTold(Bench bench, URI url) throws IOException {
        Heard heard = first(bench, url);
        return Verdict.that(
                heard.succeeded() && heard.number(HeaderNames.X_TOTAL_COUNT).isPresent(),
                heard,
                "X-Total-Count must be a whole number");
    }

    private Verdict limitIsTold(Bench bench, URI url) throws IOException {
        Heard heard = first(bench, url);
        return Verdict.that(
                heard.number(HeaderNames.X_LIMIT).isPresent(),
                heard,
                "X-Limit must be a whole number");
    }

    private Verdict limitHolds(Bench bench, URI url) throws IOException {
        for (Heard page : bench.pages(module, url)) {
            if (page.objects().size() > 2) {
                return Verdict.that(
                        false, page, "%d objects, wanted were 2".formatted(page.objects().size()));
            }
        }
        return new Verdict.Passed();
    }

    private Verdict linkIsThere(Bench bench, URI url) throws IOException {
        Heard heard = first(bench, url);
        return heard.number(HeaderNames.X_TOTAL_COUNT).orElse(0) <= heard.objects().size()
                ? Verdict.skipped("it has only one page")
                : Verdict.that(
                        heard.next().isPresent(), heard, "a Link with rel=\"next\" is missing");
    }

    private Verdict linkEnds(Bench bench, URI url) throws IOException {
        List<Heard> pages = bench.pages(module, url);
        return Verdict.that(
                pages.getLast().header(HeaderNames.LINK).isEmpty(),
                pages.getLast(),
                "no Link is wanted on the last of %d pages".formatted(pages.size()));
    }

    private Verdict everyObjectOnce(Bench bench, URI url) throws IOException {
        List<String> byPages = ids(bench.all(module, url));
        Heard whole = bench.line().get(Bench.with(url, Bench.query(module) + "limit=1000"));
        if (whole.next().isPresent()) {
            return Verdict.skipped("it does not give the whole list at once");
        }
        List<String> atOnce = ids(whole.objects());
        return Verdict.that(
                byPages.size() == atOnce.size() && Set.copyOf(byPages).equals(Set.copyOf(atOnce)),
                whole,
                "by pages there were %d objects, at once %d"
                        .formatted(byPages.size(), atOnce.size()));
    }

    private Verdict countIsRight(Bench bench, URI url) throws IOException {
        Heard heard = first(bench, url);
        int objects = bench.all(module, url).size();
        return Verdict.that(
                heard.number(HeaderNames.X_TOTAL_COUNT)
                        .filter(count -> count == objects)
                        .isPresent(),
                heard,
                "X-Total-Count is %s, and there are %d objects"
                        .formatted(
                                heard.header(HeaderNames.X_TOTAL_COUNT).orElse("missing"),
                                objects));
    }

    /** Behind a hub a link is opaque: what counts is that the answer is still filtered. */
    private Verdict filtersStay(Bench bench, URI url) throws IOException {
        Heard heard = bench.line().get(Bench.with(url, "date_from=" + SINCE + "&limit=1"));
        if (heard.next().isEmpty()) {
            return Verdict.skipped("it has only one page");
        }
        String query = String.valueOf(heard.next().get().getRawQuery());
        boolean plain = query.contains("offset=");
        return Verdict.that(
                !plain || URLDecoder.decode(query, StandardCharsets.UTF_8).contains(SINCE),
                heard,
                "Link must carry date_from=" + SINCE);
    }

    private Verdict offsetLeavesOut(Bench bench, URI url) throws IOException {
        List<Json.Obj> all = bench.all(module, url);
        if (all.size() < 2) {
            return Verdict.skipped("there are fewer than two objects");
        }
        Heard heard = bench.line().get(Bench.with(url, Bench.query(module) + "offset=1&limit=1"));
        return Verdict.that(
                ids(heard.objects()).equals(ids(all).subList(1, 2)),
                heard,
                "the second object of the list is wanted");
    }

    private static Verdict empty(Heard heard) {
        return Verdict.that(
                heard.succeeded() && heard.objects().isEmpty(), heard, "an empty list is wanted");
    }

    private Verdict objectsAreWhole(Bench bench, URI url) throws IOException {
        for (Json.Obj object : bench.all(module, url)) {
            Optional<String> wrong = Bench.wrong(type, object);
            if (wrong.isPresent()) {
                return new Verdict.Failed(
                        "%s %s: %s"
                                .formatted(type, object.textOf(idField).orElse("?"), wrong.get()));
            }
        }
        return some(bench, url);
    }

    private Verdict ownerIsRight(Bench bench, URI url) throws IOException {
        Optional<PartyId> other = bench.line().ends().other();
        for (Json.Obj object : bench.all(module, url)) {
            Optional<PartyId> owner =
                    PartyId.of(
                            object.textOf("country_code").orElse(""),
                            object.textOf("party_id").orElse(""));
            if (other.isPresent() && !owner.equals(other)) {
                return new Verdict.Failed(
                        "%s %s is of %s, asked was %s"
                                .formatted(
                                        type,
                                        object.textOf(idField).orElse("?"),
                                        owner.map(PartyId::toString).orElse("nobody"),
                                        other.get()));
            }
        }
        return some(bench, url);
    }

    private Verdict idsAreDistinct(Bench bench, URI url) throws IOException {
        Set<String> seen = new HashSet<>();
        for (String id : ids(bench.all(module, url))) {
            if (!seen.add(id)) {
                return new Verdict.Failed("%s %s stands twice".formatted(type, id));
            }
        }
        return some(bench, url);
    }

    private Verdict some(Bench bench, URI url) throws IOException {
        return bench.all(module, url).isEmpty()
                ? Verdict.skipped("the list is empty")
                : new Verdict.Passed();
    }

    private List<String> ids(List<Json.Obj> objects) {
        return objects.stream()
                .map(object -> object.textOf(idField).orElse("").toLowerCase(Locale.ROOT))
                .toList();
    }
}
