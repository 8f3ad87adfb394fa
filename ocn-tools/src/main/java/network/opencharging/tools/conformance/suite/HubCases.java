package network.opencharging.tools.conformance.suite;

import static network.opencharging.protocol.route.InterfaceRole.RECEIVER;
import static network.opencharging.protocol.route.InterfaceRole.SENDER;
import static network.opencharging.protocol.route.ModuleId.HUB_CLIENT_INFO;
import static network.opencharging.protocol.route.ModuleId.LOCATIONS;

import network.opencharging.protocol.json.Json;
import network.opencharging.protocol.message.HeaderNames;
import network.opencharging.protocol.message.Headers;
import network.opencharging.tools.http.Request;
import network.opencharging.tools.manner.Paragraph;
import network.opencharging.tools.wire.Heard;

import java.io.IOException;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/** What a hub says itself, and to what it passes nothing on (OCPI 2.2.1 §4.1.7, §5.4 and §15). */
final class HubCases {
    private HubCases() {}

    static List<Case> all() {
        return Stream.of(selfDescription(), refusals(), sides()).flatMap(List::stream).toList();
    }

    private static List<Case> selfDescription() {
        return List.of(
                new Case(
                        "HUB-1",
                        "its credentials have the role HUB",
                        Paragraph.CREDENTIALS,
                        bench -> {
                            Optional<URI> url = bench.directory().endpoints().credentials();
                            if (url.isEmpty()) {
                                return Verdict.skipped("it offers no credentials");
                            }
                            Heard heard = bench.line().configure("GET", url.get(), "");
                            return Verdict.that(isHub(heard), heard, "one role must be HUB");
                        }),
                Case.at(
                        new Case.Rule(
                                "HUB-2",
                                "its clients are a list of ClientInfo",
                                Paragraph.CLIENTS_GET),
                        HUB_CLIENT_INFO,
                        SENDER,
                        (bench, url) -> {
                            Heard heard = bench.line().configure("GET", url, "");
                            for (Json.Obj client : heard.objects()) {
                                Optional<String> wrong = Bench.wrong("ClientInfo", client);
                                if (wrong.isPresent()) {
                                    return Verdict.that(false, heard, wrong.get());
                                }
                            }
                            return Verdict.that(heard.succeeded(), heard, "a list is wanted");
                        }));
    }

    /** A party may be called HUB, too: only its role counts. */
    private static boolean isHub(Heard heard) {
        return heard.object()
                                .flatMap(credentials -> credentials.member("roles"))
                                .orElse(Json.Null.NULL)
                        instanceof Json.Arr(List<Json> roles)
                && roles.stream()
                        .anyMatch(role ->
                                role instanceof Json.Obj one
                                        && one.textOf("role").equals(Optional.of("HUB")));
    }

    private static List<Case> refusals() {
        return List.of(
                refused(
                        "HUB-3",
                        "a party that nobody knows: OCPI 4001",
                        Paragraph.HUB_STATUS,
                        List.of(4001),
                        headers ->
                                headers.with(HeaderNames.TO_COUNTRY_CODE, "ZZ")
                                        .with(HeaderNames.TO_PARTY_ID, "ZZZ")),
                refused(
                        "HUB-4",
                        "half of a receiver: OCPI 2001",
                        Paragraph.ROUTING_HEADERS,
                        List.of(2001),
                        headers -> headers.without(HeaderNames.TO_COUNTRY_CODE)),
                refused(
                        "HUB-5",
                        "no sender: OCPI 2001",
                        Paragraph.ROUTING_HEADERS,
                        List.of(2001),
                        headers ->
                                headers.without(HeaderNames.FROM_COUNTRY_CODE)
                                        .without(HeaderNames.FROM_PARTY_ID)),
                refused(
                        "HUB-6",
                        "a sender of another platform: OCPI 2xxx",
                        Paragraph.ROUTING_HEADERS,
                        List.of(2000, 2001, 2002),
                        headers ->
                                headers.with(HeaderNames.FROM_COUNTRY_CODE, "ZZ")
                                        .with(HeaderNames.FROM_PARTY_ID, "ZZY")));
    }

    private static List<Case> sides() {
        return List.of(
                Case.at(
                        new Case.Rule(
                                "HUB-7",
                                "both sides of locations are passed on",
                                Paragraph.ROUTING),
                        LOCATIONS,
                        RECEIVER,
                        (bench, _) ->
                                Verdict.that(
                                        bench.directory()
                                                .endpoints()
                                                .find(LOCATIONS, SENDER)
                                                .isPresent(),
                                        "it offers locations RECEIVER, but not SENDER")));
    }

    private static Case refused(
            String id,
            String title,
            Paragraph paragraph,
            List<Integer> wanted,
            UnaryOperator<Headers> spoilt) {
        return Case.at(
                new Case.Rule(id, title, paragraph),
                LOCATIONS,
                SENDER,
                (bench, url) -> {
                    Heard heard = say(bench, url, spoilt);
                    return Verdict.that(
                            heard.status().filter(wanted::contains).isPresent(),
                            heard,
                            "OCPI %s is wanted".formatted(wanted));
                });
    }

    private static Heard say(Bench bench, URI url, UnaryOperator<Headers> spoilt)
            throws IOException {
        Request whole = bench.line().request("GET", url, "");
        return bench.line().say(new Request("GET", url, spoilt.apply(whole.headers()), ""));
    }
}
