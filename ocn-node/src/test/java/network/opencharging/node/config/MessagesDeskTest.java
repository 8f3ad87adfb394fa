package network.opencharging.node.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import network.opencharging.node.config.RunningNode.Answer;
import network.opencharging.protocol.json.Json;
import network.opencharging.protocol.party.PartyId;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.nio.file.Path;
import java.util.Map;

/** The operator finds a message again by its marks, and never what was said in it. */
class MessagesDeskTest {
    private static final PartyId ALICE = new PartyId("DE", "ALC");

    @TempDir private static Path folder = Path.of("");
    private static final StubPlatform PLATFORM = new StubPlatform();
    private static RunningNode node;
    private static String token;

    @BeforeAll
    static void startNode() {
        node = RunningNode.start(folder, ALICE);
        token =
                node.call(
                                "POST",
                                "/ocpi/2.2.1/credentials",
                                node.invite(ALICE),
                                PLATFORM.credentials(ALICE))
                        .token();
    }

    @AfterAll
    static void stopNode() {
        node.close();
        PLATFORM.close();
    }

    @Test
    void aMessageIsFoundByItsCorrelationIdWithoutItsContent() {
        send("find-me", "request-of-its-own");

        await().untilAsserted(() ->
                assertThat(found("?correlation_id=find-me").body().text())
                        .contains("\"refusal\":\"ReceiverUnknown\"", "\"sender\":\"DE/ALC\""));
        assertThat(found("?party=de-alc&module=sessions&refused=true").body().text())
                .contains("find-me")
                .doesNotContain("of two parties", token);
        assertThat(found("?party=NL/BOB").body().member("messages"))
                .contains(Json.array(java.util.List.of()));
        assertThat(found("?until=2020-01-01T00:00:00Z").body().text()).doesNotContain("find-me");
        assertThat(found("?status=4001").body().text()).contains("find-me");
        assertThat(found("?status=1000").body().text()).doesNotContain("find-me");
        assertThat(found("").body().member("dropped")).contains(Json.number(0));
    }

    @Test
    void aRequestIdThatComesAgainIsMarked() {
        send("first-time", "the-same-again");
        send("second-time", "the-same-again");

        await().untilAsserted(() ->
                assertThat(found("?correlation_id=second-time").body().text())
                        .contains("\"repeated\":true"));
        assertThat(found("?correlation_id=first-time").body().text())
                .contains("\"repeated\":false");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "party=x",
                "refused=maybe",
                "from=noon",
                "until=1",
                "status=ok",
                "limit=0",
                "limit=1001"
            })
    void aWrongMarkIsNamed(String query) {
        Answer answer = found("?" + query);

        assertThat(answer.http()).isEqualTo(400);
        assertThat(answer.body().textOf("field")).contains(query.substring(0, query.indexOf('=')));
    }

    @Test
    void oneOfThemIsToldStepByStep() {
        node.callWith(
                "GET",
                "/ocpi/receiver/2.2.1/sessions/DE/ALC/S1",
                Map.of("Authorization", "Token nobody", "X-Correlation-ID", "step-by-step"),
                "");
        await().untilAsserted(() ->
                assertThat(found("?correlation_id=step-by-step").body().text())
                        .contains("step-by-step"));
        Json.Arr messages =
                (Json.Arr)
                        found("?correlation_id=step-by-step")
                                .body()
                                .member("messages")
                                .orElseThrow();
        String id = ((Json.Obj) messages.items().getFirst()).textOf("id").orElseThrow();

        Answer message = found("/" + id);

        assertThat(message.body().member("path").map(Json::text).orElse(""))
                .contains("\"step\":\"authenticate\"", "\"passed\":false", "UnknownToken");
        assertThat(message.body().member("bodies")).isEmpty();
        assertThat(found("/" + id + "x").http()).isEqualTo(404);
    }

    @Test
    void nobodyElseLooks() {
        assertThat(node.callWith("GET", "/admin/messages", Map.of(), "").http()).isEqualTo(401);
    }

    /** A session of Alice for somebody whom nobody knows. */
    private static void send(String correlation, String request) {
        node.callWith(
                "PUT",
                "/ocpi/receiver/2.2.1/sessions/DE/ALC/S1",
                Map.of(
                        "Authorization", "Token " + StubPlatform.base64(token),
                        "X-Request-ID", request,
                        "X-Correlation-ID", correlation,
                        "OCPI-from-country-code", "DE",
                        "OCPI-from-party-id", "ALC",
                        "OCPI-to-country-code", "XX",
                        "OCPI-to-party-id", "YYY"),
                "{\"secret\":\"of two parties\"}");
    }

    private static Answer found(String query) {
        return node.admin("GET", "/messages" + query, "");
    }
}
