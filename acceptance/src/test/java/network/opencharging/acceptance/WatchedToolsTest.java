package network.opencharging.acceptance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import network.opencharging.acceptance.dsl.FreePorts;
import network.opencharging.acceptance.dsl.Network;
import network.opencharging.acceptance.dsl.Terminal;
import network.opencharging.tools.local.Cast;
import network.opencharging.tools.mock.MockCpo;
import network.opencharging.tools.mock.Settings;
import network.opencharging.tools.seam.Seams;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.Map;

/** Somebody watches a proxy and a mock in a terminal: the real program, keys and Ctrl-C. */
class WatchedToolsTest {
    private final int port = FreePorts.one();
    private final MockCpo alice;

    WatchedToolsTest() throws IOException {
        Seams seams = Seams.real();
        alice =
                MockCpo.open(
                        Settings.of(
                                Cast.ALICE,
                                Settings.Seams.of(seams, seams.clock(), exchange -> {})));
    }

    @AfterEach
    void close() {
        alice.close();
    }

    @Test
    void aProxyShowsExchangesOrRulesAndSumsUpAtTheEnd() throws Exception {
        try (Terminal terminal = proxy()) {
            terminal.awaitScreen("leads to http://127.0.0.1:");
            terminal.awaitScreen("q end   p hold   r rules   b only what is not well");

            assertThat(strangerAsks()).isEqualTo(401);
            terminal.awaitScreen("401 2000");
            terminal.press('r');
            terminal.awaitScreen("THE FIRST TIME");
            terminal.awaitScreen("AUTH-1");
            terminal.press('q');

            assertThat(terminal.awaitEnd()).as("something was against OCPI").isEqualTo(1);
            assertThat(terminal.screen()).contains("1 exchanges passed, 0 could not be passed on.");
        }
    }

    @Test
    void aProxySumsUpAfterControlCToo() throws Exception {
        try (Terminal terminal = proxy()) {
            terminal.awaitScreen("q end");
            terminal.interrupt();

            assertThat(terminal.awaitEnd()).as(terminal.screen()).isZero();
            assertThat(terminal.screen()).contains("0 exchanges passed", "nothing was found");
        }
    }

    @Test
    void aMockShowsMessagesOrWhatItHas() throws Exception {
        try (Terminal terminal =
                Terminal.start(
                        Map.of(), "tools", "mock", "cpo", "--port", Integer.toString(port))) {
            terminal.awaitScreen("can register with the token A ");
            terminal.awaitScreen("q end   p hold   o objects   b only what is not well");

            assertThat(strangerAsks()).isEqualTo(401);
            terminal.awaitScreen("401 2000");
            terminal.press('o');
            terminal.awaitScreen("OBJECTS");
            terminal.awaitScreen("tariffs");
            terminal.press('q');

            assertThat(terminal.awaitEnd()).as(terminal.screen()).isZero();
        }
    }

    @Test
    void aPlugIsPlayedByKeys() throws Exception {
        try (Terminal terminal =
                Terminal.start(
                        Map.of(),
                        "tools",
                        "simulate",
                        "plug",
                        "--family",
                        "SHELLY_2",
                        "--name",
                        "garage",
                        "--http",
                        Integer.toString(port))) {
            terminal.awaitScreen("q end   p hold   b button   o offline/online   x power loss");
            terminal.awaitScreen("g garbage");
            isOn(false);
            terminal.press('b');
            isOn(true);
            terminal.press('x');
            isOn(false);
            terminal.press('b');
            isOn(true);
            terminal.press('q');

            assertThat(terminal.awaitEnd()).as(terminal.screen()).isZero();
        }
    }

    private void isOn(boolean on) {
        URI url = URI.create("http://127.0.0.1:%d/rpc/Switch.GetStatus?id=0".formatted(port));
        await().atMost(Network.PATIENCE)
                .ignoreExceptions()
                .until(() -> text(url).contains("\"output\":" + on));
    }

    private static String text(URI url) throws IOException, InterruptedException {
        try (HttpClient http = HttpClient.newHttpClient()) {
            return http.send(HttpRequest.newBuilder(url).build(), BodyHandlers.ofString()).body();
        }
    }

    private Terminal proxy() throws IOException {
        URI to = alice.platform().versions().resolve("/");
        return Terminal.start(
                Map.of(),
                "tools",
                "proxy",
                "--to",
                to.toString().replaceAll("/$", ""),
                "--listen",
                Integer.toString(port));
    }

    /** Without a token, and without the ids of a message. */
    private int strangerAsks() throws Exception {
        try (HttpClient http = HttpClient.newHttpClient()) {
            URI url = URI.create("http://127.0.0.1:%d/ocpi/versions".formatted(port));
            return http.send(HttpRequest.newBuilder(url).build(), BodyHandlers.discarding())
                    .statusCode();
        }
    }
}
