package network.opencharging.cli;

import static network.opencharging.cli.Ground.NORTH;
import static network.opencharging.cli.Ground.POOR;

import static org.assertj.core.api.Assertions.assertThat;

import network.opencharging.cli.Ground.Said;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** The handshake, a node's administration, and the doctor. */
class NodeStoryTest {
    private static Ground ground;

    @BeforeAll
    static void aChain(@TempDir Path folder) throws IOException {
        ground = Ground.start(folder);
    }

    @AfterAll
    static void close() {
        ground.close();
    }

    @Test
    void aPlatformRegistersRenewsAndLeaves() throws IOException {
        try (FakeNode node = new FakeNode()) {
            Path tokenA = Files.writeString(ground.file("token-a"), "token-a\n");
            Path tokenB = Files.writeString(ground.file("token-b"), "token-b\n");
            Path kept = ground.file("connection");
            String self = self(tokenB, kept);

            Said registered =
                    run(
                            "credentials handshake --versions "
                                    + node.url()
                                    + "/ocpi/versions --token-file "
                                    + tokenA
                                    + self);
            assertThat(registered.exit()).as(registered.err()).isZero();
            assertThat(registered.out() + registered.err()).doesNotContain("token-c");
            assertThat(node.seen().getLast())
                    .startsWith("POST /ocpi/credentials")
                    .contains("\"token-b\"", "\"ALC\"", "https://alice.example/ocpi/versions");

            assertThat(run("credentials rotate" + self).exit()).isZero();
            assertThat(node.seen().getLast()).startsWith("PUT /ocpi/credentials");
            assertThat(Files.readString(kept)).contains("token-c-2");

            assertThat(run("credentials delete --connection " + kept).exit()).isZero();
            assertThat(node.seen().getLast()).startsWith("DELETE /ocpi/credentials");
            assertThat(run("credentials delete --connection " + kept).exit()).isEqualTo(2);
        }
    }

    @Test
    void aTokenThatIsNotAcceptedIsSaid() throws IOException {
        try (FakeNode node = new FakeNode()) {
            Path tokenB = Files.writeString(ground.file("token-b"), "token-b\n");
            String self = self(tokenB, ground.file("connection"));
            Said again =
                    run(
                            "credentials handshake --versions "
                                    + node.url()
                                    + "/ocpi/versions --token-file "
                                    + tokenB
                                    + self);
            assertThat(again.exit()).isEqualTo(1);
            assertThat(again.err()).contains("401", "who are you?");
        }
    }

    @Test
    void anOperatorAdministersItsNode() throws IOException {
        try (FakeNode node = new FakeNode()) {
            Path key = Files.writeString(ground.file("admin.key"), FakeNode.ADMIN_KEY);
            String door = " --node " + node.url() + " --admin-key-file " + key;

            assertThat(run("admin list" + door).out()).contains("p-1", "CONNECTED", "DE/ALC CPO");
            assertThat(run("admin get p-1" + door).out()).contains("p-1");
            assertThat(run("admin invite DE/ALC --days 7" + door).out()).contains("token-a");
            assertThat(node.seen().getLast()).contains("\"days\":7", "\"ALC\"");
            Path token = Files.writeString(ground.file("theirs"), "their-token");
            assertThat(run("admin approach https://p.example --token-file " + token + door).exit())
                    .isZero();
            assertThat(node.seen().getLast()).contains("/admin/handshakes", "their-token");
            for (String deed : List.of("suspend", "resume", "rotate", "refresh")) {
                assertThat(run("admin " + deed + " p-1" + door).exit()).isZero();
                assertThat(node.seen().getLast())
                        .startsWith("POST /admin/platforms/p-1/" + deed + " ");
            }
            assertThat(run("admin invite-again p-1 --days 3" + door).out()).contains("token-a");
            assertThat(node.seen().getLast()).contains("p-1/invitation", "\"days\":3");
            run("admin message list --match party=DE/ALC --match status=2001 --limit 5" + door);
            assertThat(node.seen().getLast())
                    .startsWith("GET /admin/messages?limit=5&party=DE%2FALC&status=2001 ");
            assertThat(run("admin address" + door).out())
                    .contains(node.url())
                    .contains("p-1 knows http://old.example: It answered 500.")
                    .contains("p-2 knows http://old.example: it has not been asked yet");
            assertThat(run("admin delete p-1" + door).exit()).isZero();
            assertThat(run("admin delete ../p" + door).exit()).isEqualTo(2);

            Path wrong = Files.writeString(ground.file("wrong.key"), "no");
            Said refused = run("admin list --node " + node.url() + " --admin-key-file " + wrong);
            assertThat(refused.exit()).isEqualTo(1);
            assertThat(refused.err()).contains("secrets/admin.key");
        }
        Said down =
                run("admin list --node http://127.0.0.1:9 --admin-key-file " + ground.file("x"));
        assertThat(down.exit()).isEqualTo(2);
    }

    @Test
    void theDoctorSaysWhatIsWrongAndTheCure() throws IOException {
        try (FakeNode node = new FakeNode()) {
            assertThat(ground.as(NORTH, "node set " + node.url()).exit()).isZero();

            Said said = ground.ask("doctor " + NORTH.address());
            assertThat(said.exit()).isZero();
            assertThat(said.out())
                    .contains("operates " + node.url(), "balance", "DNS", "reachability")
                    .contains("none is needed within this machine");

            Said stranger = ground.ask("doctor " + POOR.address());
            assertThat(stranger.out()).contains("ocn fund", "ocn party set");
        }
        Said silent = ground.ask("doctor " + NORTH.address());
        assertThat(silent.out()).contains("does not answer", "start the node");
    }

    @Test
    void theDoctorLooksAtEverythingInOneTableAndCuresWhatIsBad() throws IOException {
        try (FakeNode node = new FakeNode()) {
            assertThat(ground.as(NORTH, "node set " + node.url()).exit()).isZero();
            Path token = Files.writeString(ground.file("stale-token"), "nobody's token");

            Said said = ground.ask("doctor " + NORTH.address() + " -o json --token-file " + token);

            assertThat(said.out())
                    .contains("\"chain id\"", "\"newest block\"", "\"registry\"", "\"balance\"")
                    .contains("\"listing\"", "\"DNS\"", "\"TLS\"", "\"reachability\"")
                    .contains("\"clock\"", "\"handshake\"");
            assertThat(said.out().lines().filter(line -> line.contains("\"bad\"")))
                    .as("the token is not accepted")
                    .isNotEmpty()
                    .allMatch(
                            line -> !line.contains("\"cure\": \"\"") && line.contains("\"cure\""));
        }
    }

    private static String self(Path tokenB, Path kept) {
        return " --party DE/ALC --role CPO --name Alice --own-versions"
                + " https://alice.example/ocpi/versions --own-token-file "
                + tokenB
                + " --connection "
                + kept;
    }

    private static Said run(String line) {
        return ground.run(line.split(" ", -1));
    }
}
