package network.opencharging.node.config;

import static org.assertj.core.api.Assertions.assertThat;

import network.opencharging.node.config.RunningNode.Answer;
import network.opencharging.protocol.party.PartyId;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** A platform sets its rules, in the shape of the published contract. */
class OcnRulesDeskTest {
    private static final PartyId ALICE = new PartyId("DE", "ALC");
    private static final String RULES = "/ocpi/receiver/2.2.1/ocnrules";
    private static final String BOB =
            "{\"party_id\":\"bob\",\"country_code\":\"nl\",\"modules\":[\"sessions\",\"cdrs\"]}";

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

    @BeforeEach
    void nothingIsSet() {
        call("PUT", "/whitelist", "[]");
        call("PUT", "/blacklist", "[]");
    }

    @Test
    void whatIsSetIsToldAndSurvivesARestart() {
        assertThat(call("POST", "/whitelist", BOB).code()).isEqualTo("1000");
        assertThat(call("PUT", "/signatures", "").code()).isEqualTo("1000");
        node.restart();

        assertThat(call("GET", "", "").data().text())
                .isEqualTo(
                        "{\"signatures\":true,\"whitelist\":{\"active\":true,\"list\":[{\"party_id\":\"BOB\","
                            + "\"country_code\":\"NL\",\"modules\":[\"cdrs\",\"sessions\"]}]},"
                            + "\"blacklist\":{\"active\":false,\"list\":[]}}");
        assertThat(call("PUT", "/signatures", "").code()).isEqualTo("1000");
        assertThat(call("GET", "", "").data().text()).contains("\"signatures\":false");
        assertThat(call("DELETE", "/whitelist/NL/BOB", "").code()).isEqualTo("1000");
        assertThat(call("GET", "", "").data().text()).doesNotContain("\"active\":true");
    }

    @Test
    void onlyOneListIsActiveAtATime() {
        call("PUT", "/blacklist", "[" + BOB + "]");

        assertThat(call("POST", "/whitelist", BOB).code()).isEqualTo("2000");
        assertThat(call("PUT", "/block-all", "").code()).isEqualTo("2000");
        assertThat(call("DELETE", "/whitelist/NL/BOB", "").code()).isEqualTo("2000");
        assertThat(call("POST", "/blacklist", BOB).message()).contains("NL/BOB");
        call("DELETE", "/blacklist/nl/bob", "");
        assertThat(call("PUT", "/block-all", "").code()).isEqualTo("1000");
        assertThat(call("GET", "", "").data().text())
                .contains("\"whitelist\":{\"active\":true,\"list\":[]}");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "{;JSON",
                "[];object",
                "{};country_code",
                "{\"party_id\":\"BOB\",\"country_code\":\"NL\"};modules",
                "{\"party_id\":\"BOB\",\"country_code\":\"NL\",\"modules\":[]};modules",
                "{\"party_id\":\"BOB\",\"country_code\":\"NL\",\"modules\":[\"a b\"]};modules",
                "{\"party_id\":\"BOB\",\"country_code\":\"N\",\"modules\":[\"cdrs\"]};country_code",
            })
    void aWrongEntryIsNamed(String body, String named) {
        Answer answer = call("POST", "/blacklist", body);

        assertThat(answer.code()).isEqualTo("2001");
        assertThat(answer.message()).contains(named);
    }

    @Test
    void aBodyThatIsTooLargeIsNotRead() {
        String large = " ".repeat(2 << 20);

        assertThat(call("PUT", "/blacklist", large).http()).isEqualTo(413);
        for (String place : List.of("/ocn/client-info", "/ocn/message/ocn/client-info")) {
            assertThat(node.callWith("PUT", place, Map.of(), large).http()).isEqualTo(413);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/ocpi/receiver/2.2/ocnrules",
                "/ocpi/2.2/receiver/ocnrules",
                "/ocpi/2.2.1/receiver/ocnrules"
            })
    void oldPlacesAreServedToo(String place) {
        assertThat(node.call("GET", place, token).code()).isEqualTo("1000");
    }

    @Test
    void theyAreAdvertisedAndForNobodyElse() {
        assertThat(node.call("GET", "/ocpi/2.2.1", token).data().text())
                .contains(
                        "{\"identifier\":\"ocnrules\",\"role\":\"RECEIVER\",\"url\":\"%s%s\"}"
                                .formatted(node.url(), RULES));
        assertThat(node.call("GET", RULES, "somebody").http()).isEqualTo(401);
        assertThat(node.call("GET", RULES, node.invite()).http()).isEqualTo(401);
    }

    @Test
    void whomItDoesNotLetThroughItDoesNotSee() {
        String list = "/ocpi/2.2.1/hubclientinfo";
        assertThat(node.call("GET", list, token).response().body()).contains("SOU");

        call("PUT", "/block-all", "");

        String left = node.call("GET", list, token).response().body();
        assertThat(left).contains("ALC").doesNotContain("SOU");
    }

    private static Answer call(String method, String path, String body) {
        return node.call(method, RULES + path, token, body);
    }
}
