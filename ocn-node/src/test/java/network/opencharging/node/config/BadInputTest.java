package network.opencharging.node.config;

import static org.assertj.core.api.Assertions.assertThat;

import network.opencharging.node.config.RunningNode.Answer;
import network.opencharging.protocol.party.PartyId;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** Whatever comes in: the right status, an envelope that names the field, never a page. */
class BadInputTest {
    private static final String CREDENTIALS = "/ocpi/2.2.1/credentials";
    private static final String GOOD =
            "{\"token\":\"t\",\"url\":\"https://a.example/v\",\"roles\":[{\"role\":\"CPO\",\"country_code\":\"DE\",\"party_id\":\"ALC\"}]}";

    @TempDir private static Path folder = Path.of("");
    private static RunningNode node;
    private static String tokenA;

    @BeforeAll
    static void startNode() {
        node = RunningNode.start(folder, new PartyId("DE", "ALC"));
        tokenA = node.invite();
    }

    @AfterAll
    static void stopNode() {
        node.close();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "\"token\":\"t\";\"token\":\"\";token must be",
                "\"token\":\"t\";\"token\":\"with space\";token must be",
                "\"token\":\"t\";\"token\":7;token must be",
                "https://a.example/v;/relative;url must be",
                "https://a.example/v;ftp://a.example;url must be",
                "https://a.example/v;http://user:pw@a.example;url must be",
                "\"role\":\"CPO\";\"role\":\"KING\";roles[0].role must be",
                "\"role\":\"CPO\";\"role\":\"HUB\";roles[0].role must not be HUB",
                "\"DE\";\"D1\";roles[0].country_code must be",
                "\"ALC\";\"ALICE\";roles[0].party_id must be",
                "\"roles\";\"rules\";roles must be a list",
            })
    void aWrongFieldIsNamed(String from, String to, String sentence) {
        Answer answer = node.call("POST", CREDENTIALS, tokenA, GOOD.replace(from, to));

        assertThat(answer.http()).isEqualTo(200);
        assertThat(answer.code()).isEqualTo("2001");
        assertThat(answer.message()).contains(sentence);
    }

    @Test
    void aBodyThatIsNoJsonIsABadRequest() {
        Answer answer = node.call("POST", CREDENTIALS, tokenA, "{\"token\":");

        assertThat(answer.http()).isEqualTo(400);
        assertThat(answer.code()).isEqualTo("2001");
        assertThat(answer.message()).contains("not JSON");
    }

    @Test
    void aBodyThatIsTooLargeIsRefused() {
        Answer answer = node.call("POST", CREDENTIALS, tokenA, " ".repeat(2 << 20));

        assertThat(answer.http()).isEqualTo(413);
        assertThat(answer.code()).isEqualTo("2001");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/ocpi/versions",
                "/ocpi/2.2.1",
                "/ocpi/2.2.1/credentials",
                "/ocpi/2.2.1/hubclientinfo",
                "/ocpi/receiver/2.2.1/ocnrules",
                "/ocpi/nowhere"
            })
    void idsAreEchoedOnEveryAnswerAlsoOnARefusal(String path) {
        Map<String, String> ids = Map.of("X-Request-ID", "r-1", "X-Correlation-ID", "c-1");
        Answer echoed = node.callWith("GET", path, ids, "");
        Answer made = node.callWith("GET", path, Map.of(), "");

        assertThat(echoed.http()).isIn(401, 404);
        assertThat(header(echoed, "X-Request-ID")).isEqualTo("r-1");
        assertThat(header(echoed, "X-Correlation-ID")).isEqualTo("c-1");
        assertThat(header(made, "X-Request-ID")).isNotBlank();
        assertThat(header(made, "X-Correlation-ID")).isNotBlank();
    }

    @Test
    void whatIsBetweenAPlatformAndItsHubHasIdsAndNoRoutingHeaders() {
        Answer versions =
                node.callWith(
                        "GET",
                        "/ocpi/versions",
                        Map.of(
                                "Authorization", "Token " + StubPlatform.base64(tokenA),
                                "X-Request-ID", "r-1",
                                "OCPI-from-party-id", "ALC",
                                "OCPI-from-country-code", "DE"),
                        "");

        assertThat(versions.code()).isEqualTo("1000");
        assertThat(header(versions, "X-Request-ID")).isEqualTo("r-1");
        assertThat(header(versions, "X-Correlation-ID")).isNotBlank();
        assertThat(header(versions, "OCPI-to-party-id")).isEmpty();
        assertThat(header(versions, "OCPI-from-party-id")).isEmpty();
    }

    private static String header(Answer answer, String name) {
        return answer.response().headers().firstValue(name).orElse("");
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"", "\"a/b\"", ";charset=x", "/", "none"})
    void aTypeOfContentThatIsNoneIsTheCallersFault(String type) {
        for (String path : List.of("/ocpi/2.2.1/credentials", "/nothing/there", "/ocn/me")) {
            Answer answer = node.callWith("POST", path, Map.of("Content-Type", type), "{}");

            assertThat(answer.http()).as(path).isEqualTo(400);
            assertThat(answer.message()).contains("Content-Type");
        }
    }

    @Test
    void whatIsNotServedIsRefusedWithAnEnvelope() {
        Answer nowhere = node.call("GET", "/ocpi/nowhere", tokenA);
        Answer patch = node.call("PATCH", CREDENTIALS, tokenA, "{}");

        assertThat(nowhere.http()).isEqualTo(404);
        assertThat(nowhere.code()).isEqualTo("2001");
        assertThat(patch.http()).isEqualTo(405);
        assertThat(patch.code()).isEqualTo("2000");
        assertThat(node.callWith("GET", "/nowhere", Map.of(), "").body().textOf("error"))
                .isPresent();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/ocpi/2.2.1/hubclientinfo?date_from=%zz",
                "/ocpi/2.2.1/hubclientinfo?offset=%",
                "/ocpi/2.2.1/hubclientinfo?==%ff"
            })
    void aQueryWithBrokenEscapesIsTheCallersFault(String path) throws IOException {
        String answer =
                raw(
                        "GET %s HTTP/1.1\r\nHost: x\r\nConnection: close\r\nAuthorization: Token %s\r\n\r\n"
                                .formatted(path, tokenA));

        assertThat(answer).matches("(?s)HTTP/1.1 (400|401).*\"status_code\":2.*");
    }

    @Test
    void oldBridgesFindWhatTheyLookFor() {
        Answer versions =
                node.callWith("GET", "/ocpi/versions", Map.of("Authorization", tokenA), "");
        Answer details = node.call("GET", "/ocpi/2.2", tokenA);
        Answer info = node.callWith("GET", "/ocn/registry/node-info", Map.of(), "");

        assertThat(versions.body().text()).contains("\"version\":\"2.2\"");
        assertThat(details.body().text())
                .contains(
                        "{\"identifier\":\"credentials\",\"role\":\"SENDER\",\"url\":\"%s/ocpi/2.2/credentials\"}"
                                .formatted(node.url()));
        assertThat(info.body().textOf("url")).contains(node.url());
        assertThat(info.body().textOf("address").orElse("")).hasSize(42);
    }

    @Test
    void theRegistrySaysWhoRunsAParty() {
        Answer found = node.callWith("GET", "/ocn/registry/node/nl/sou", Map.of(), "");
        Answer missing = node.callWith("GET", "/ocn/registry/node/XX/XXX", Map.of(), "");

        assertThat(found.body().textOf("url")).contains("http://south.example");
        assertThat(missing.http()).isEqualTo(404);
    }

    @Test
    void theRegistryIsReadInTheFormsOfBothGenerations() {
        Answer party = node.callWith("GET", "/ocn/registry/node/NL/SOU", Map.of(), "");
        Answer operators = node.callWith("GET", "/ocn/registry/operators", Map.of(), "");
        Answer all = node.callWith("GET", "/ocn/registry/all-parties", Map.of(), "");
        Answer nodes = node.callWith("GET", "/ocn/registry/nodes", Map.of(), "");
        Answer own = node.callWith("GET", "/ocn/registry/my-parties", Map.of(), "");
        Answer providers = node.callWith("GET", "/ocn/registry/my-parties/emsp", Map.of(), "");

        assertThat(party.body().textOf("id")).contains("NL/SOU");
        assertThat(party.body().objectOf("operator").flatMap(it -> it.textOf("domain")))
                .contains("http://south.example");
        assertThat(operators.body().text()).contains(node.url(), "http://south.example");
        assertThat(all.body().text()).contains("DE/ALC", "NL/SOU", "\"roles\":[\"CPO\",\"EMSP\"]");
        assertThat(nodes.body()).isEqualTo(all.body());
        assertThat(own.body().text()).contains("DE/ALC").doesNotContain("NL/SOU");
        assertThat(providers.body()).isEqualTo(own.body());
    }

    @Test
    void healthSaysWhetherTheRegistryIsFresh() {
        Answer health = node.callWith("GET", "/health", Map.of(), "");

        assertThat(health.http()).isEqualTo(200);
        assertThat(health.body().objectOf("registry").flatMap(it -> it.textOf("status")))
                .contains("UP");
    }

    @ParameterizedTest
    @CsvSource({
        "GET /ocpi/versions|bad HTTP/1.1",
        "NONSENSE",
    })
    void aBrokenRequestLineGetsAnEnvelopeAndNoPage(String line) throws IOException {
        String answer = raw(line + "\r\nHost: x\r\nConnection: close\r\n\r\n");

        assertThat(answer).startsWith("HTTP/1.1 400").doesNotContain("<html", "Tomcat");
    }

    private static String raw(String request) throws IOException {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), node.port())) {
            socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
