package network.opencharging.node.index;

import static org.assertj.core.api.Assertions.assertThat;

import network.opencharging.protocol.json.Json;
import network.opencharging.protocol.key.Address;
import network.opencharging.protocol.party.PartyId;
import network.opencharging.protocol.party.Role;
import network.opencharging.registry.directory.Directory;
import network.opencharging.registry.directory.Freshness;
import network.opencharging.registry.directory.Modules;
import network.opencharging.registry.directory.Operator;
import network.opencharging.registry.directory.Party;
import network.opencharging.registry.directory.Snapshot;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.http.ResponseEntity;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;

/** The queries that nodes of the second generation send, to the letter (research: ocn-node-v2). */
class SubgraphTest {
    private static final Operator NORTH =
            new Operator(account(1), URI.create("https://north.example"));

    private final AtomicInteger looks = new AtomicInteger();
    private Snapshot snapshot =
            Snapshot.of(
                    List.of(NORTH),
                    List.of(
                            party("DE", "ALC", 0xa1, true, Role.CPO, Role.HUB),
                            party("NL", "BOB", 0xb1, true, Role.EMSP),
                            party("FR", "OUT", 0xc1, false, Role.EMSP)));
    private final IndexDesk desk = new IndexDesk(new Subgraph(directory()));

    @Test
    void theWholeListingAsItIsAskedForEveryHour() {
        String answer =
                ask(
                        "{ parties { countryCode cvStatus id name operator { id domain }"
                            + " partyAddress partyId paymentStatus roles url }, operators { domain"
                            + " id } }");

        // Strict readers: these members, no other, and none missing.
        assertThat(answer)
                .isEqualTo(
                        "{\"data\":{\"parties\":["
                                + entry("DE", "ALC", 0xa1, "\"CPO\",\"HUB\"")
                                + ","
                                + entry("NL", "BOB", 0xb1, "\"EMSP\"")
                                + "],\"operators\":[{\"domain\":\"https://north.example\",\"id\":\""
                                + account(1).lowerCase()
                                + "\"}]}}");
        assertThat(looks).as("one look at the registry for one query").hasValue(1);
    }

    private static String entry(String country, String party, int account, String roles) {
        return "{\"countryCode\":\"%1$s\",\"cvStatus\":\"NOT_VERIFIED\",\"id\":\"%1$s/%2$s\",\"name\":\"%1$s/%2$s\","
                        .formatted(country, party)
                + "\"operator\":{\"id\":\"%s\",\"domain\":\"https://north.example\"},\"partyAddress\":\"%s\","
                        .formatted(account(1).lowerCase(), account(account).lowerCase())
                + "\"partyId\":\"%s\",\"paymentStatus\":\"NOT_PAID\",\"roles\":[%s],\"url\":\"\"}"
                        .formatted(party, roles);
    }

    @Test
    void onePartyAndOneThatThereIsNot() {
        String fields =
                " { id active deleted cvStatus name operator{id domain} partyAddress paymentStatus"
                        + " countryCode partyId roles url } }";

        assertThat(ask("{ party(id: \"NL/BOB\")" + fields))
                .startsWith(
                        "{\"data\":{\"party\":{\"id\":\"NL/BOB\",\"active\":true,\"deleted\":false");
        assertThat(ask("{ party(id: \"NL/NON\")" + fields))
                .isEqualTo("{\"data\":{\"party\":null}}");
        assertThat(ask("{ party(id: \"FR/OUT\")" + fields))
                .as("who is carried by nobody is not to be called")
                .isEqualTo("{\"data\":{\"party\":null}}");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "otherVerifieds | identifier name owner blockNumber",
                "cpoverifieds | identifier name owner blockNumber",
                "empverifieds | identifier name owner vatid bilanzkreis marktfunktion lieferant"
                    + " billingAddress billingCity billingPostalCode billingCountry billingEmail"
                    + " blockNumber",
            })
    void certificatesOfTheSecondRegistryAreNotKeptHere(String list, String fields) {
        assertThat(
                        ask(
                                "{ %s(first: 5, orderBy: blockNumber, orderDirection: desc, where: {identifier: \\\"DE ALC\\\"}) { %s } }"
                                        .formatted(list, fields)
                                        .replace("\\\"", "\"")))
                .isEqualTo("{\"data\":{\"%s\":[]}}".formatted(list));
    }

    @Test
    void listsAreOrderedNarrowedAndReadInPages() {
        assertThat(ask("{ parties(first: 1) { id } }")).contains("DE/ALC").doesNotContain("BOB");
        assertThat(ask("{ parties(where: {id_gt: \"DE/ALC\"}) { id } }"))
                .isEqualTo("{\"data\":{\"parties\":[{\"id\":\"NL/BOB\"}]}}");
        assertThat(ask("{ parties(orderBy: id, orderDirection: desc, skip: 1) { id } }"))
                .isEqualTo("{\"data\":{\"parties\":[{\"id\":\"DE/ALC\"}]}}");
        assertThat(
                        ask(
                                "query P($o: String, $n: Int) { parties(where: {operator: $o},"
                                        + " first: $n) { id } }",
                                "{\"o\":\"" + account(1).text() + "\",\"n\":1000}"))
                .contains("DE/ALC", "NL/BOB");
        assertThat(ask("{ parties(where: {countryCode: \"NL\"}) { id } }"))
                .isEqualTo("{\"data\":{\"parties\":[{\"id\":\"NL/BOB\"}]}}");
        assertThat(ask("{ operator(id: \"" + account(1).text() + "\") { domain } }"))
                .contains("https://north.example");
    }

    @Test
    void tenThousandPartiesAreOneAnswer() {
        List<Party> many = new ArrayList<>();
        for (int i = 0; i < 10_000; i++) {
            String id = "%c%c%c".formatted('A' + i / 676, 'A' + i / 26 % 26, 'A' + i % 26);
            many.add(party("DE", id, 0x1000 + i, true, Role.CPO));
        }
        snapshot = Snapshot.of(List.of(NORTH), many);

        assertThat(ask("{ parties { id } }").split("\"id\"", -1)).hasSize(10_001);
        assertThat(looks).hasValue(1);
    }

    @Test
    void theSchemaTellsItself() {
        assertThat(ask("{ __schema { queryType { fields { name } } } }"))
                .contains("parties", "operators", "empverifieds");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{ parties { nothing } } | nothing",
                "{ parties(first: 1001) { id } } | must be between 1 and 1000",
                "{ parties(first: 0) { id } } | must be between 1 and 1000",
                "{ parties(skip: -1) { id } } | must not be negative",
                "{ parties(orderBy: colour) { id } } | colour",
                "{ parties | Invalid",
                "mutation { delete } | mutation",
                "{ a: parties { id } b: parties { id } c: parties { id } d: parties { id } e:"
                        + " parties { id } } | complexity",
            })
    void whatCannotBeAnsweredIsSaidInOneMessage(String query, String words) {
        String answer = ask(query);

        assertThat(answer).contains("\"errors\":[{\"message\":\"").containsIgnoringCase(words);
        assertThat(answer).doesNotContain("locations", "extensions", "\"path\"");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{ | 400 | not JSON",
                "[] | 400 | member query",
                "{\"query\":7} | 400 | member query",
                "'' | 400 | member query",
            })
    void aBodyThatIsNoQueryIsRefused(String body, int status, String words) {
        ResponseEntity<byte[]> answer = desk.query(body.getBytes(StandardCharsets.UTF_8));

        assertThat(answer.getStatusCode().value()).isEqualTo(status);
        assertThat(text(answer)).contains(words);
    }

    @Test
    void aQueryThatIsTooLargeIsRefused() {
        assertThat(
                        desk.query(" ".repeat(70_000).getBytes(StandardCharsets.UTF_8))
                                .getStatusCode()
                                .value())
                .isEqualTo(413);
    }

    private String ask(String query) {
        return ask(query, "{}");
    }

    /** As those nodes do: the query has no name, and one is given for it. */
    private String ask(String query, String variables) {
        String body =
                "{\"query\":%s,\"operationName\":\"Subgraphs\",\"variables\":%s}"
                        .formatted(Json.text(query).text(), variables);
        ResponseEntity<byte[]> answer = desk.query(body.getBytes(StandardCharsets.UTF_8));
        assertThat(answer.getStatusCode().value()).isEqualTo(200);
        return text(answer);
    }

    private static String text(ResponseEntity<byte[]> answer) {
        byte[] body = answer.getBody();
        return body == null ? "" : new String(body, StandardCharsets.UTF_8);
    }

    private Directory directory() {
        return new Directory() {
            @Override
            public Snapshot snapshot() {
                looks.incrementAndGet();
                return snapshot;
            }

            @Override
            public Freshness freshness() {
                return new Freshness("a test", 1, Optional.empty(), Optional.empty());
            }
        };
    }

    private static Party party(
            String country, String party, int account, boolean admitted, Role... roles) {
        return new Party(
                new PartyId(country, party),
                account(account),
                Set.of(roles),
                Modules.UNDECLARED,
                NORTH.address(),
                admitted);
    }

    private static Address account(int number) {
        return new Address("0x%040x".formatted(number));
    }
}
