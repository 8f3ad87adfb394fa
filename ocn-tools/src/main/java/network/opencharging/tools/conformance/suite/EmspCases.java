package network.opencharging.tools.conformance.suite;

import static network.opencharging.protocol.route.InterfaceRole.RECEIVER;
import static network.opencharging.protocol.route.InterfaceRole.SENDER;
import static network.opencharging.protocol.route.ModuleId.CDRS;
import static network.opencharging.protocol.route.ModuleId.TARIFFS;
import static network.opencharging.protocol.route.ModuleId.TOKENS;

import network.opencharging.protocol.json.Json;
import network.opencharging.protocol.json.JsonReader;
import network.opencharging.protocol.message.HeaderNames;
import network.opencharging.tools.manner.Paragraph;
import network.opencharging.tools.ocpi.Endpoints;
import network.opencharging.tools.wire.Heard;

import java.io.IOException;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** What only an eMSP does: taking CDRs, saying whether a token may charge. */
final class EmspCases {
    private EmspCases() {}

    static List<Case> all() {
        return Stream.of(cdrs(), tariffs(), authorizations(), unknownTokens())
                .flatMap(List::stream)
                .toList();
    }

    private static List<Case> cdrs() {
        return List.of(
                cdrs(
                        "CDR-1",
                        "a CDR is taken",
                        Paragraph.CDRS_POST,
                        (bench, heard) ->
                                Verdict.that(heard.succeeded(), heard, "OCPI 1000 is wanted")),
                cdrs(
                        "CDR-2",
                        "the answer says where the CDR can be read",
                        Paragraph.CDRS_POST,
                        (bench, heard) ->
                                Verdict.that(
                                        location(heard).isPresent(),
                                        heard,
                                        "an absolute address in Location is wanted")),
                cdrs("CDR-3", "the CDR can be read there", Paragraph.CDRS_GET, EmspCases::isKept),
                Case.at(
                        new Case.Rule(
                                "CDR-4", "a CDR that is no JSON is refused", Paragraph.STATUS),
                        CDRS,
                        RECEIVER,
                        (bench, url) -> {
                            Heard heard = bench.line().ask("POST", url, "{\"id\":");
                            return Verdict.that(heard.refused(), heard, "HTTP 400 or OCPI 2001");
                        }));
    }

    private static List<Case> tariffs() {
        return List.of(
                Case.at(
                        new Case.Rule(
                                "TAR-2", "what was deleted is gone", Paragraph.TARIFFS_DELETE),
                        TARIFFS,
                        RECEIVER,
                        EmspCases::isDeleted));
    }

    private static List<Case> authorizations() {
        return Stream.of(whole(), same()).flatMap(List::stream).toList();
    }

    private static List<Case> whole() {
        return List.of(
                tokens(
                        "TOK-1",
                        "a known token is answered with AuthorizationInfo",
                        Paragraph.AUTHORIZATION_INFO,
                        (bench, url) ->
                                known(
                                        bench,
                                        url,
                                        (heard, _) -> {
                                            Optional<String> wrong =
                                                    heard.data()
                                                            .map(data ->
                                                                    Bench.wrong(
                                                                            "AuthorizationInfo",
                                                                            data))
                                                            .orElse(Optional.of("data is missing"));
                                            return Verdict.that(
                                                    heard.succeeded() && wrong.isEmpty(),
                                                    heard,
                                                    wrong.orElse(""));
                                        })));
    }

    private static List<Case> same() {
        return List.of(
                tokens(
                        "TOK-2",
                        "AuthorizationInfo speaks of the token that was asked for",
                        Paragraph.AUTHORIZATION_INFO,
                        (bench, url) ->
                                known(
                                        bench,
                                        url,
                                        (heard, uid) ->
                                                Verdict.that(
                                                        heard.object()
                                                                .flatMap(found ->
                                                                        found.objectOf("token"))
                                                                .flatMap(token ->
                                                                        token.textOf("uid"))
                                                                .filter(uid::equalsIgnoreCase)
                                                                .isPresent(),
                                                        heard,
                                                        "token.uid must be " + uid))));
    }

    private static List<Case> unknownTokens() {
        return List.of(
                tokens(
                        "TOK-3",
                        "an unknown token: HTTP 404 and OCPI 2004",
                        Paragraph.AUTHORIZE,
                        (bench, url) -> {
                            Heard heard = authorize(bench, url, "OCN-KNOWS-NONE");
                            return Verdict.that(
                                    heard.answer().status() == 404
                                            && heard.status().equals(Optional.of(2004)),
                                    heard,
                                    "HTTP 404 with OCPI 2004 is wanted");
                        }));
    }

    private interface Posted {
        Verdict judge(Bench bench, Heard heard) throws IOException;
    }

    private static Case cdrs(String id, String title, Paragraph paragraph, Posted posted) {
        return Case.at(
                new Case.Rule(id, title, paragraph),
                CDRS,
                RECEIVER,
                (bench, url) -> {
                    Json.Obj cdr = Samples.cdr(bench.self(), bench.clock());
                    return posted.judge(bench, bench.line().ask("POST", url, cdr.text()));
                });
    }

    private static Optional<URI> location(Heard heard) {
        return heard.header(HeaderNames.LOCATION).flatMap(Endpoints::address);
    }

    private static Verdict isKept(Bench bench, Heard posted) throws IOException {
        Optional<URI> place = location(posted);
        if (place.isEmpty()) {
            return Verdict.skipped("it did not say where");
        }
        Heard heard = bench.line().get(place.get());
        Optional<String> id = sent(posted).textOf("id");
        return Verdict.that(
                heard.succeeded() && heard.object().flatMap(cdr -> cdr.textOf("id")).equals(id),
                heard,
                "CDR %s is wanted".formatted(id.orElse("?")));
    }

    private static Json.Obj sent(Heard heard) {
        return JsonReader.standard().read(heard.request().body()).orThrow()
                        instanceof Json.Obj object
                ? object
                : Json.Obj.EMPTY;
    }

    private static Verdict isDeleted(Bench bench, URI url) throws IOException {
        Json.Obj tariff = Samples.of(TARIFFS, bench.self(), bench.clock());
        URI place =
                Bench.below(
                        url,
                        bench.self().countryCode(),
                        bench.self().partyId(),
                        tariff.textOf("id").orElseThrow());
        bench.line().ask("PUT", place, tariff.text());
        Heard deleted = bench.line().ask("DELETE", place, "");
        Heard heard = bench.line().get(place);
        return Verdict.that(
                deleted.succeeded() && heard.answer().status() == 404,
                heard,
                "after DELETE (%s) HTTP 404 is wanted".formatted(deleted.summary()));
    }

    private interface Judge {
        Verdict judge(Heard heard, String uid);
    }

    private static Case tokens(String id, String title, Paragraph paragraph, Case.TrialAt trial) {
        return Case.at(new Case.Rule(id, title, paragraph), TOKENS, SENDER, trial);
    }

    private static Verdict known(Bench bench, URI url, Judge judge) throws IOException {
        Optional<String> uid =
                bench.all(TOKENS, url).stream()
                        .filter(token -> token.textOf("type").filter("RFID"::equals).isPresent())
                        .findFirst()
                        .flatMap(token -> token.textOf("uid"));
        return uid.isEmpty()
                ? Verdict.skipped("it lists no RFID token")
                : judge.judge(authorize(bench, url, uid.get()), uid.get());
    }

    private static Heard authorize(Bench bench, URI url, String uid) throws IOException {
        return bench.line()
                .ask(
                        "POST",
                        URI.create(Bench.below(url, uid, "authorize") + "?type=RFID"),
                        "{\"location_id\":\"OCN-TOOLS-1\"}");
    }
}
