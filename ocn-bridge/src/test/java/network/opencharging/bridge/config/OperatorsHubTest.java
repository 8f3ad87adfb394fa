package network.opencharging.bridge.config;

import static network.opencharging.bridge.config.RunningServer.BOB;
import static network.opencharging.bridge.config.RunningServer.LONG;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import network.opencharging.bridge.http.FakeHub;
import network.opencharging.bridge.http.Partner;
import network.opencharging.bridge.trial.Written;
import network.opencharging.browser.Browser;
import network.opencharging.protocol.json.Json;
import network.opencharging.protocol.json.JsonReader;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.IntStream;

/** What an operator can do about the bridge and its hub, and what he sees of strangers. */
class OperatorsHubTest {
    private static final String REGISTRATION = "admin/api/registration";

    @TempDir private Path folder = Path.of("");
    private final FakeHub hub = new FakeHub();

    @AfterEach
    void close() {
        hub.close();
    }

    @Test
    void aHandshakeThatTheHubHasLostIsFoundByTheDoctorAndMendedOnThePage() {
        try (RunningServer server = new RunningServer(hub, folder);
                Browser browser = Browser.start()) {
            hub.forget();
            browser.open(server.page());
            until(browser, "#login", "operator's key");
            browser.type("#key", server.operatorsKey() + "\n");
            until(browser, "#checks", "give it to \"Register again\"");

            browser.type("#token", "not-that-of-the-hub\n");
            until(browser, "#said", "does not accept the token");

            browser.type("#token", FakeHub.TOKEN_A.reveal() + "\n");
            until(browser, "#said", "The bridge is registered again.");
            until(browser, "#checks", "the hub knows this bridge by its token");
            assertThat(browser.text("#checks")).doesNotContain("Register again");
            saidAndHeard(server);
            // Refused requests are told to the console by the browser itself.
            assertThat(browser.complaints())
                    .allMatch(line -> line.contains(" 409 ") || line.contains(" 401 "));
        }
    }

    @Test
    void withoutATokenTheOneOfTheSettingsIsUsed() {
        try (RunningServer server = new RunningServer(hub, folder)) {
            hub.forget();

            assertThat(server.operator("POST", REGISTRATION, "")).startsWith("200");

            saidAndHeard(server);
        }
    }

    @Test
    void whatWasAgreedStaysInForceWhenTheHubDoesNotAgreeAgain() {
        ByteArrayOutputStream log = new ByteArrayOutputStream();
        PrintStream console = System.out;
        System.setOut(new PrintStream(log, true, StandardCharsets.UTF_8));
        try (RunningServer server = new RunningServer(hub, folder)) {
            String before = hub.tokenB.orElseThrow();

            assertThat(server.operator("POST", REGISTRATION, "{\"token\":\"wrong\"}"))
                    .startsWith("409")
                    .contains("ask the operator for a new one");

            saidAndHeard(server);
            try (Partner bob = server.partner(BOB, before)) {
                assertThat(bob.send("GET", "sender/2.2.1/locations", "").code()).isEqualTo(1000);
            }
            assertThat(log.toString(StandardCharsets.UTF_8))
                    .contains("not registered again; what was agreed before stays in force")
                    .doesNotContain("not registered yet");
        } finally {
            System.setOut(console);
        }
    }

    @Test
    void theInvitationOfAHubIsAllThatIsNeeded() throws IOException {
        Path invitation =
                Files.writeString(
                        folder.resolve("invitation.json"),
                        "{\"versions_url\": \"%s\", \"token\": \"%s\"}"
                                .formatted(hub.versions(), FakeHub.TOKEN_A.reveal()));
        try (RunningServer server =
                new RunningServer(
                        hub,
                        folder,
                        "--ocn.bridge.hub.versions-url=",
                        "--ocn.bridge.hub.token=",
                        "--ocn.bridge.hub.invitation-file=" + invitation)) {
            assertThat(server.operator("GET", "admin/api/overview", ""))
                    .contains("\"registered\":true", hub.versions().toString());

            hub.forget();
            assertThat(server.operator("POST", REGISTRATION, "")).startsWith("200");
            saidAndHeard(server);
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "no JSON                             | is no JSON object",
                "{'token': 'abc'}                    | versions_url is missing",
                "{'versions_url': 'http://h/ocpi', 'token': ''} | token is missing",
            })
    void anInvitationThatIsNoneIsNamed(String content, String why) throws IOException {
        Path file =
                Files.writeString(folder.resolve("invitation.json"), content.replace('\'', '"'));

        assertThatThrownBy(() -> InvitationFile.read(file))
                .isInstanceOf(UnusableSetting.class)
                .hasMessageContaining(why)
                .hasMessageContaining("OCN_BRIDGE_HUB_INVITATION_FILE")
                .hasMessageContaining("ocn admin invite --to FILE");
    }

    @Test
    void aTokenFileThatIsGoneIsToldInASentence() throws IOException {
        Path file = Files.writeString(folder.resolve("token.a"), FakeHub.TOKEN_A.reveal());
        try (RunningServer server =
                new RunningServer(hub, folder, "--ocn.bridge.hub.token-file=" + file)) {
            Files.delete(file);

            assertThat(server.operator("POST", REGISTRATION, ""))
                    .startsWith("409")
                    .contains("token.a, which a setting names, cannot be read");
        }
    }

    @Test
    void tokensAreChangedOnDemandAndTheOldOneOpensNothing() {
        try (RunningServer server = new RunningServer(hub, folder)) {
            String before = hub.tokenB.orElseThrow();

            assertThat(server.operator("PUT", REGISTRATION, "")).startsWith("200");

            assertThat(hub.tokenB).isNotEmpty().get().isNotEqualTo(before);
            try (Partner old = server.partner(BOB, before)) {
                assertThat(old.send("GET", "sender/2.2.1/locations", "").http()).isEqualTo(401);
            }
            saidAndHeard(server);
        }
    }

    @Test
    void aBridgeThatLeftDoesNotComeBackByItself() {
        try (RunningServer server = new RunningServer(hub, folder)) {
            assertThat(server.operator("DELETE", REGISTRATION, "")).startsWith("200");

            int strangers = hub.strangers.get();
            assertThat(((Joining) server.part(RunningBridge.class).registrar()).round()).isZero();
            assertThat(hub.strangers).hasValue(strangers);
            assertThat(server.operator("GET", "admin/api/overview", ""))
                    .contains("\"registered\":false");
            assertThat(server.operator("PUT", REGISTRATION, ""))
                    .startsWith("409")
                    .contains("register first");

            assertThat(server.operator("POST", REGISTRATION, "")).startsWith("200");
            saidAndHeard(server);
        }
    }

    @Test
    void aHubThatIsGoneForGoodIsForgottenAnyhow() {
        try (RunningServer server = new RunningServer(hub, folder)) {
            hub.close();

            assertThat(server.operator("DELETE", REGISTRATION, ""))
                    .startsWith("409")
                    .contains("has not let go");
            assertThat(server.operator("GET", "admin/api/overview", ""))
                    .contains("\"registered\":true");
            assertThat(server.operator("DELETE", REGISTRATION + "?anyhow=true", ""))
                    .startsWith("200");
            assertThat(server.operator("GET", "admin/api/overview", ""))
                    .contains("\"registered\":false");
        }
    }

    @Test
    void aHubThatIsInvitedFindsTheDoorOpen() {
        try (RunningServer server = new RunningServer(hub, folder)) {
            String said = server.operator("POST", REGISTRATION + "/invitation", "");
            Json.Obj invitation =
                    (Json.Obj)
                            JsonReader.standard().read(said.substring("200 ".length())).orThrow();

            assertThat(invitation.textOf("versions_url"))
                    .contains(server.door() + "/ocpi/versions");
            try (Partner other = server.partner(BOB, invitation.textOf("token").orElseThrow())) {
                assertThat(other.send("GET", "versions", "").code()).isEqualTo(1000);
                // What was agreed with the present hub is in force until the other has come.
                saidAndHeard(server);
            }
        }
    }

    @Test
    void strangersStandInTheJournalWithTheirTokenMaskedAndCannotFillIt() {
        try (RunningServer server = new RunningServer(hub, folder);
                Partner stranger = server.partner(BOB, "a-token-of-yesterday")) {
            IntStream.range(0, 30)
                    .forEach(_ ->
                            assertThat(
                                            stranger.send(
                                                            "GET",
                                                            "receiver/2.2.1/tokens/NL/BOB/04CAFE",
                                                            "")
                                                    .http())
                                    .isEqualTo(401));

            await().atMost(LONG)
                    .untilAsserted(() ->
                            assertThat(server.operator("GET", "admin/api/messages", ""))
                                    .contains("127.0.0.1 showed an unknown token (SHA-256 begins"));
            String messages = server.operator("GET", "admin/api/messages?module=tokens", "");
            assertThat(messages).doesNotContain("a-token-of-yesterday", "04CAFE");
            assertThat(messages.split("showed an unknown token", -1)).hasSizeBetween(2, 21);
            assertThat(server.operator("GET", "metrics", ""))
                    .containsPattern("_count\\{[^}]*outcome=\"stranger\"[^}]*\\} 30");
        }
    }

    private void saidAndHeard(RunningServer server) {
        hub.heard.clear();
        assertThat(server.api().put("own/DE/ALC/sessions/s-1?to=NL-BOB", Written.session("s-1")))
                .startsWith("202");
        await().atMost(LONG)
                .until(() -> hub.heard.stream().anyMatch(one -> one.path().endsWith("s-1")));
    }

    private static void until(Browser browser, String selector, String text) {
        await().atMost(LONG).untilAsserted(() -> assertThat(browser.text(selector)).contains(text));
    }
}
