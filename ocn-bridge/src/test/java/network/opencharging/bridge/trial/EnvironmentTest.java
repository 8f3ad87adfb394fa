package network.opencharging.bridge.trial;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** A real process whose settings come from its environment: read, checked, overridden by flags. */
class EnvironmentTest {
    private static final Duration LONG = Duration.ofMinutes(2);

    @TempDir private Path folder = Path.of("");
    private final StubHub hub = new StubHub();

    @Test
    void aBridgeIsSetByItsEnvironmentAndAFlagHasTheLastWord() {
        Map<String, String> environment = standard();
        environment.put("OCN_BRIDGE_API_PORT", "1");
        try (hub;
                ServerProcess server = new ServerProcess(folder, List.of(), environment)) {
            server.start();

            await().atMost(LONG)
                    .untilAsserted(() ->
                            assertThat(server.ask("GET", "status", "").body())
                                    .as(server::log)
                                    .contains("\"registered\":true"));
            // Several parties are a list.
            assertThat(
                            server.ask(
                                            "PUT",
                                            "own/DE/ALD/sessions/s-1?to=NL-BOB",
                                            Written.session("s-1").replace("ALC", "ALD"))
                                    .status())
                    .isEqualTo(202);
        }
    }

    @Test
    void aWrongValueInTheEnvironmentStopsTheStartAndIsNamed() {
        Map<String, String> environment = standard();
        environment.put("OCN_BRIDGE_HUB_PARTY", "NOBODY");
        try (hub;
                ServerProcess server = new ServerProcess(folder, List.of(), environment)) {
            server.start();

            await().atMost(LONG).until(() -> !server.isAlive());
            assertThat(server.log()).contains("ocn.bridge.hub.party");
        }
    }

    @Test
    void aMisspeltNameInTheEnvironmentStopsTheStartWithTheOneThatWasMeant() {
        Map<String, String> environment = standard();
        environment.put("OCN_BRIDGE_HUB_TOKN_FILE", "token.a");
        try (hub;
                ServerProcess server = new ServerProcess(folder, List.of(), environment)) {
            server.start();

            await().atMost(LONG).until(() -> !server.isAlive());
            assertThat(server.log())
                    .contains("OCN_BRIDGE_HUB_TOKN_FILE (did you mean OCN_BRIDGE_HUB_TOKEN_FILE?)");
        }
    }

    @Test
    void aFileThatIsNotThereIsNamedInASentence() {
        Map<String, String> environment = standard();
        environment.put("OCN_BRIDGE_API_KEY_FILE", "no-such-file");
        try (hub;
                ServerProcess server = new ServerProcess(folder, List.of(), environment)) {
            server.start();

            await().atMost(LONG).until(() -> !server.isAlive());
            assertThat(server.log())
                    .contains("The file no-such-file, which a setting names, cannot be read")
                    .doesNotContain("\tat ");
        }
    }

    @Test
    void aMisspeltFlagStopsTheStartWithTheOneThatWasMeant() {
        try (hub;
                ServerProcess server =
                        new ServerProcess(
                                folder, List.of("--ocn.bridge.door.patients=5s"), standard())) {
            server.start();

            await().atMost(LONG).until(() -> !server.isAlive());
            assertThat(server.log())
                    .contains(
                            "There is no setting ocn.bridge.door.patients; did you mean"
                                    + " ocn.bridge.door.patience?")
                    .doesNotContain("\tat ", "Bindable@");
        }
    }

    @Test
    void aPortThatIsTakenIsNamedAndNothingGoesOnBehindIt() throws IOException {
        try (hub;
                ServerSocket taken = new ServerSocket(0);
                ServerProcess server =
                        new ServerProcess(
                                folder,
                                List.of("--ocn.bridge.door.host=0.0.0.0"),
                                standard(),
                                taken.getLocalPort())) {
            server.start();

            await().atMost(LONG).until(() -> !server.isAlive());
            assertThat(server.log())
                    .contains("(ocn.bridge.door.port) cannot be listened at")
                    .doesNotContain("\tat ", "a round failed");
        }
    }

    @Test
    void aDatabaseThatIsNotThereIsToldInASentenceWithoutItsPassword() {
        Map<String, String> environment = standard();
        environment.put(
                "OCN_BRIDGE_DB_URL",
                "jdbc:postgresql://127.0.0.1:%d/bridge".formatted(ServerProcess.freePort()));
        environment.put("OCN_BRIDGE_DB_PASSWORD", "s3cret-word");
        try (hub;
                ServerProcess server = new ServerProcess(folder, List.of(), environment)) {
            server.start();

            await().atMost(LONG).until(() -> !server.isAlive());
            assertThat(server.log())
                    .contains("OCN_BRIDGE_DB_URL", "nothing answers there")
                    .doesNotContain("\tat ", "Exception", "s3cret-word");
            assertThat(server.exitCode()).isEqualTo(1);
        }
    }

    private Map<String, String> standard() {
        return new TreeMap<>(
                Map.of(
                        "OCN_BRIDGE_PARTIES_LIST_0_ID", "DE-ALC",
                        "OCN_BRIDGE_PARTIES_LIST_0_ROLE", "CPO",
                        "OCN_BRIDGE_PARTIES_LIST_1_ID", "DE-ALD",
                        "OCN_BRIDGE_PARTIES_LIST_1_ROLE", "EMSP",
                        "OCN_BRIDGE_HUB_VERSIONS_URL", hub.versions().toString(),
                        "OCN_BRIDGE_HUB_TOKEN", "token-a",
                        "OCN_BRIDGE_HUB_PARTY", "CH-OCN"));
    }
}
