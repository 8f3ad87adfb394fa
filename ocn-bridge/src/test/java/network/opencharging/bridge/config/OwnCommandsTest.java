package network.opencharging.bridge.config;

import static network.opencharging.bridge.config.RunningServer.BOB;
import static network.opencharging.bridge.config.RunningServer.LONG;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import network.opencharging.bridge.http.FakeHub;
import network.opencharging.bridge.http.Partner;
import network.opencharging.protocol.party.PartyId;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What an own party has asked a partner for ends once: with his word, or with TIMEOUT. */
class OwnCommandsTest {
    private static final String STOP = "{\"session_id\":\"s-1\"}";
    private static final String GIVE = "own/DE/ALC/commands/STOP_SESSION?to=NL-BOB";
    private static final Pattern ID = Pattern.compile("\"id\":\"([^\"]+)\"");

    @TempDir private Path folder = Path.of("");
    private final FakeHub hub = new FakeHub();

    @AfterEach
    void close() {
        hub.close();
    }

    @Test
    void theFirstResultCountsAndOnlyFromWhoWasAsked() {
        hub.answers.put("/commands/STOP_SESSION", "{\"result\":\"ACCEPTED\",\"timeout\":600}");
        try (RunningServer server = new RunningServer(hub, folder);
                Partner bob = server.partner(BOB);
                Partner carol = server.partner(new PartyId("FR", "CAR"))) {
            String id = given(server);
            String result = "sender/2.2.1/commands/STOP_SESSION/" + id;

            Partner.Answer foreign = carol.send("POST", result, "{\"result\":\"FAILED\"}");
            assertThat(foreign.message()).contains("Only who was asked");
            assertThat(bob.send("POST", result, "{\"result\":\"ACCEPTED\"}").code())
                    .isEqualTo(1000);
            assertThat(bob.send("POST", result, "{\"result\":\"REJECTED\"}").code())
                    .isEqualTo(1000);
            assertThat(
                            bob.send(
                                            "POST",
                                            "sender/2.2.1/commands/STOP_SESSION/never-given",
                                            "{\"result\":\"ACCEPTED\"}")
                                    .message())
                    .contains("Nobody here waits");

            assertThat(results(server.api().get("inbox"))).isEqualTo(1);
            assertThat(server.api().get("inbox"))
                    .contains(id, "\"result\":\"ACCEPTED\"")
                    .doesNotContain("REJECTED", "FAILED");
        }
    }

    @Test
    void aCommandWhoseResultNeverComesEndsWithTimeoutAfterARestart() {
        hub.answers.put("/commands/STOP_SESSION", "{\"result\":\"ACCEPTED\",\"timeout\":0}");
        try (RunningServer server = new RunningServer(hub, folder);
                Partner bob = server.partner(BOB)) {
            String id = given(server);
            assertThat(server.api().get("inbox")).doesNotContain("TIMEOUT");
            server.restart();

            await().atMost(LONG).until(() -> results(server.api().get("inbox")) == 1);
            assertThat(server.api().get("inbox"))
                    .contains("\"id\":\"" + id + "\"", "TIMEOUT", "\"from\":\"NL/BOB\"");

            // Too late: the end was told.
            assertThat(
                            bob.send(
                                            "POST",
                                            "sender/2.2.1/commands/STOP_SESSION/" + id,
                                            "{\"result\":\"ACCEPTED\"}")
                                    .code())
                    .isEqualTo(1000);
            assertThat(results(server.api().get("inbox"))).isEqualTo(1);
        }
    }

    @Test
    void aRefusedCommandHasNoOtherEnd() {
        hub.answers.put("/commands/STOP_SESSION", "{\"result\":\"REJECTED\",\"timeout\":0}");
        try (RunningServer server = new RunningServer(hub, folder);
                Partner bob = server.partner(BOB)) {
            String id = given(server);
            assertThat(
                            bob.send(
                                            "POST",
                                            "sender/2.2.1/commands/STOP_SESSION/" + id,
                                            "{\"result\":\"ACCEPTED\"}")
                                    .message())
                    .contains("Nobody here waits");
        }
    }

    @Test
    void whenNobodyKnowsWhetherItArrivedTheIdIsToldBesideTheTrouble() {
        hub.answers.put("/commands/STOP_SESSION", "17");
        try (RunningServer server = new RunningServer(hub, folder)) {
            String told = server.api().ask("POST", GIVE, STOP);
            assertThat(told).startsWith("502").contains("CommandResponse", "\"id\":\"");

            assertThat(server.api().ask("POST", GIVE, "{}"))
                    .startsWith("422")
                    .contains("$.session_id")
                    .doesNotContain("\"id\":");
        }
    }

    private static String given(RunningServer server) {
        String told = server.api().ask("POST", GIVE, STOP);
        Matcher id = ID.matcher(told);
        assertThat(id.find()).as(told).isTrue();
        return id.group(1);
    }

    private static int results(String inbox) {
        return inbox.split("\"kind\":\"command.result\"", -1).length - 1;
    }
}
