package network.opencharging.adapter211.way;

import static org.assertj.core.api.Assertions.assertThat;

import static java.nio.charset.StandardCharsets.UTF_8;

import network.opencharging.fuzz.Campaign;
import network.opencharging.fuzz.Judge;
import network.opencharging.fuzz.Mutation;
import network.opencharging.fuzz.WireAnswer;
import network.opencharging.fuzz.WireRequest;
import network.opencharging.protocol.json.Json;
import network.opencharging.protocol.party.PartyId;
import network.opencharging.protocol.party.Role;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Requests and answers made worse at random between the old version and the new one: never a fault
 * of the node, a page or a stack trace, never something of Dora's, who lets nobody through to her,
 * and never a token. {@code -Dfuzz.requests} and {@code -Dfuzz.seed} as for the other entrances.
 */
class MutatedTranslationsTest {
    private static final PartyId OLGA = new PartyId("DE", "OLG");
    private static final PartyId OTTO = new PartyId("DE", "OTT");
    private static final PartyId NINA = new PartyId("NL", "NIN");
    private static final PartyId NILS = new PartyId("NL", "NIL");
    private static final PartyId EVE = new PartyId("AT", "EVE");
    private static final PartyId DORA = new PartyId("IT", "DOR");

    private static final Pattern GIVEN = Pattern.compile("\"token\":\"([^\"]+)\"");

    /** Stands for the token that Eve has at the moment. */
    private static final String EVES_TOKEN = "Token of-eve";

    @TempDir private static Path folder = Path.of("");
    private static WholeNode node;
    private static Partner olga;
    private static Partner otto;
    private static Partner nina;
    private static Partner nils;
    private static Partner eve;
    private static Partner dora;

    /** Which way. */
    enum Entrance {
        FROM_THE_OLD,
        TO_THE_OLD,
        CREDENTIALS;

        List<WireRequest> good(OldRequests requests) {
            return switch (this) {
                case FROM_THE_OLD -> requests.fromTheOld();
                case TO_THE_OLD -> requests.toTheOld();
                case CREDENTIALS -> OldRequests.credentials(eve, EVES_TOKEN);
            };
        }
    }

    @BeforeAll
    static void start() throws IOException {
        node =
                WholeNode.start(
                        folder,
                        Map.of(
                                OLGA, Role.CPO, OTTO, Role.EMSP, NINA, Role.CPO, NILS, Role.EMSP,
                                EVE, Role.CPO, DORA, Role.CPO));
        olga = new Partner(OLGA, Role.CPO, true);
        otto = new Partner(OTTO, Role.EMSP, true);
        nina = new Partner(NINA, Role.CPO, false);
        nils = new Partner(NILS, Role.EMSP, false);
        eve = new Partner(EVE, Role.CPO, true);
        dora = new Partner(DORA, Role.CPO, false);
        everybody().forEach(partner -> partner.register(node));
        dora.answers(_ -> Partner.Said.data("['data-of-dora']"));
        assertThat(
                        dora.asks(node, "PUT", "/ocpi/receiver/2.2.1/ocnrules/block-all", DORA, "")
                                .code())
                .isEqualTo("1000");
    }

    @AfterAll
    static void end() {
        node.close();
        everybody().forEach(Partner::close);
    }

    private static Stream<Partner> everybody() {
        return Stream.of(olga, otto, nina, nils, eve, dora);
    }

    @ParameterizedTest
    @EnumSource(Entrance.class)
    void noAnswerIsAFaultOrTellsOfOthers(Entrance entrance) throws IOException {
        OldRequests requests = new OldRequests(olga, otto, nina, nils);
        List<WireRequest> good = entrance.good(requests);
        Random random = new Random(Campaign.SEED + entrance.name().hashCode());
        Mutation mutation = new Mutation(random);
        Campaign.Result result =
                new Campaign(
                                good,
                                mutation,
                                new Judge(secrets()),
                                new Way(good.size(), mutation, requests.answers()))
                        .run(Campaign.REQUESTS);
        System.out.printf(
                "%s: %d good and %d mutated requests, by status %s%n",
                entrance, good.size(), Campaign.REQUESTS, result.statuses());
        assertThat(result.wrong()).isEmpty();
        assertThat(result.statuses().getOrDefault(200, 0)).as("some get through").isPositive();
        assertThat(dora.seen()).as("what has reached Dora").isEmpty();
    }

    private static List<String> secrets() {
        return Stream.concat(
                        Stream.of(dora.shown(), nina.shown(), "data-of-dora", dora.url()),
                        everybody().map(Partner::outbound))
                .toList();
    }

    /**
     * How requests get to the node, and what partners say.
     *
     * @param good so many requests come first, whose answers are as they should be
     */
    private record Way(int good, Mutation mutation, List<Json> answers) implements Campaign.Way {
        @Override
        public WireRequest finished(WireRequest request, int number) {
            byte[] usual = mutation.one(answers).bytes();
            String data = new String(number < good ? usual : mutation.body(usual), UTF_8);
            Stream.of(olga, otto, nina, nils)
                    .forEach(partner -> {
                        partner.forget();
                        partner.answers(_ -> new Partner.Said(200, Map.of(), data));
                    });
            return request.withHeaders(
                    request.headers().stream()
                            .map(header ->
                                    header.value().equals(EVES_TOKEN)
                                            ? new WireRequest.Header(
                                                    header.name(), "Token " + eve.shown())
                                            : header)
                            .toList());
        }

        /** What Eve has changed or ended is put in order for the next request. */
        @Override
        public WireAnswer sent(WireRequest request) throws IOException {
            WireAnswer answer = WireAnswer.to(request, node.port());
            if (request.target().contains("credentials") && answer.status() == 200) {
                Matcher given = GIVEN.matcher(answer.text());
                if (given.find()) {
                    eve.learns(given.group(1));
                }
                if (eve.asks(node, "GET", "/ocpi/2.1.1/credentials", EVE, "").status() != 200) {
                    node.removes(EVE);
                    eve.register(node);
                }
            }
            return answer;
        }

        @Override
        public String circumstances() {
            return "Olga says " + olga.says();
        }
    }
}
