package network.opencharging.cli;

import static network.opencharging.cli.Ground.ALICE;
import static network.opencharging.cli.Ground.NORTH;
import static network.opencharging.cli.Ground.POOR;

import static org.assertj.core.api.Assertions.assertThat;

import network.opencharging.cli.Ground.Said;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;

/** The steps of docs/operator.md that spare a person files and words, with wrong input as well. */
class WalkTest {
    private static Ground ground;
    private static String password = "";

    @BeforeAll
    static void aHomeWithKeys(@TempDir Path folder) throws IOException {
        ground = Ground.start(folder);
        password = " --password-file " + Files.writeString(folder.resolve("password"), "open\n");
        for (var key : java.util.Map.of("north", NORTH, "alice", ALICE).entrySet()) {
            good(
                    run(
                            "key import "
                                    + key.getKey()
                                    + " --from "
                                    + ground.key(key.getValue())
                                    + password));
        }
    }

    @AfterAll
    static void close() {
        ground.close();
    }

    @Test
    void accountsGoByTheNamesOfTheirKeys() throws IOException {
        good(ground.ask("node set https://north.example --key north" + password));
        Said listed =
                ground.ask("party set DE/ALC --role CPO --operator north --key alice" + password);
        good(listed);
        assertThat(listed.err()).contains("ocn node admit DE/ALC " + ALICE.address());
        Said admitted = ground.ask("node admit DE/ALC alice --key north" + password);
        good(admitted);
        assertThat(admitted.err()).contains("ocn admin invite DE/ALC --to invitation.json");
        assertThat(ground.ask("party get alice").out()).contains("DE/ALC");
        assertThat(ground.ask("node get north").out()).contains("https://north.example");
        assertThat(ground.ask("balance alice").out()).contains(ALICE.address().text());
        good(ground.as(ALICE, "party delete"));
        good(ground.as(NORTH, "node delete"));
        assertThat(ground.ask("node get nobody").err()).contains("ocn key show");
    }

    @Test
    void aDevelopmentChainGivesCoinsAway() throws IOException {
        assertThat(ground.ask("fund " + POOR.address() + " 0.5 --dry-run").out())
                .contains("would be done");
        assertThat(ground.ask("balance " + POOR.address() + " -o json").out()).contains("\"0\"");

        good(ground.ask("fund " + POOR.address() + " 0.5"));
        good(ground.ask("fund " + POOR.address() + " 0.25"));

        assertThat(ground.ask("balance " + POOR.address() + " -o json").out()).contains("\"0.75\"");
        try (FakeNode noChain = new FakeNode()) {
            Said refused = run("fund alice 1 --rpc " + noChain.url());
            assertThat(refused.exit()).isNotZero();
            assertThat(refused.err()).startsWith("ocn: ").doesNotContain("Exception");
        }
    }

    @Test
    void whatANodeIsToldIsPrintedForAServiceAndNeverThePassword() {
        Said printed =
                ground.ask(
                        "node start https://node.example --print --key north --data /srv/ocn"
                                + password);

        assertThat(printed.exit()).as(printed.err()).isIn(0, 3);
        if (printed.exit() == 3) {
            assertThat(printed.err()).contains("the node is not built");
            return;
        }
        assertThat(printed.out())
                .contains("OCN_NODE_URL=https://node.example", "OCN_NODE_PORT=8080")
                .contains("OCN_REGISTRY_SOURCE=chain", ground.registry().lowerCase())
                .contains("OCN_NODE_ALLOW_PRIVATE=\n", "north.json")
                .doesNotContain("open");
    }

    @Test
    void aNodeThatCannotStartSaysWhy() throws IOException {
        String north = " --key north" + password;
        refused(2, "node start http://node.example" + north, "must begin with https://");
        refused(2, "node start https://node.example", "give --key NAME");
        refused(2, "node start http://127.0.0.1:7480 --network local" + north, "ocn up");
        Path wrong = Files.writeString(ground.file("wrong"), "shut\n");
        Said shut = ground.ask("node start https://n.example --key north --password-file " + wrong);
        assertThat(shut.exit()).isEqualTo(2);
        assertThat(shut.err()).contains("does not open with this password");
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            Said said = ground.ask("node start http://127.0.0.1:" + taken.getLocalPort() + north);
            assertThat(said.exit()).isEqualTo(3);
            assertThat(said.err()).containsAnyOf("cannot be had", "the node is not built");
        }
    }

    @Test
    void anInvitationGoesFromHandToHandInAFile() throws IOException {
        try (FakeNode node = new FakeNode()) {
            Path key = Files.writeString(ground.file("admin.key"), FakeNode.ADMIN_KEY);
            Path file = ground.file("letters/invitation.json");
            Said invited =
                    run(
                            "admin invite DE/ALC --to %s --node %s --admin-key-file %s"
                                    .formatted(file, node.url(), key));
            good(invited);
            assertThat(invited.out() + invited.err()).doesNotContain("token-a");
            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                    .isEqualTo("rw-------");

            Path tokenB = Files.writeString(ground.file("token-b"), "token-b\n");
            String self =
                    " --party DE/ALC --role CPO --name Alice --own-versions"
                            + " https://a.example/ocpi/versions --own-token-file "
                            + tokenB;
            good(run("credentials handshake --invitation " + file + self));
            Path kept = ground.file(".ocn/connections/DE-ALC.json");
            assertThat(Files.readString(kept)).contains("token-c");
            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(kept)))
                    .isEqualTo("rw-------");
            good(run("credentials rotate" + self));
            good(run("credentials delete --party DE/ALC"));
            assertThat(kept).doesNotExist();
        }
    }

    @Test
    void anInvitationThatIsNoneIsRefusedBeforeAnybodyIsAsked() throws IOException {
        String self =
                " --party DE/ALC --role CPO --name A --own-versions https://a.example/v"
                        + " --own-token-file "
                        + Files.writeString(ground.file("own"), "token-b\n");
        Path letter = Files.writeString(ground.file("letter.txt"), "hello");
        Path half = Files.writeString(ground.file("half.json"), "{\"token\":\"x\"}");

        refused(2, "credentials handshake" + self, "give --invitation FILE");
        refused(2, "credentials handshake --invitation " + letter + self, "holds no invitation");
        refused(2, "credentials handshake --invitation " + half + self, "versions_url");
        refused(2, "credentials handshake --invitation nowhere.json" + self, "nowhere.json");
        refused(
                2,
                "credentials handshake --invitation %s --token-file %s".formatted(half, letter)
                        + self,
                "or --versions URL");
        refused(2, "credentials handshake --versions https://n.example" + self, "--token-file");
        refused(2, "credentials delete", "give --party PARTY");
    }

    private static void refused(int exit, String line, String words) {
        Said said = run(line);
        assertThat(said.exit()).as(line + "\n" + said.err()).isEqualTo(exit);
        assertThat(said.err()).contains(words).doesNotContain("Exception");
    }

    private static void good(Said said) {
        assertThat(said.exit()).as(said.out() + said.err()).isZero();
    }

    private static Said run(String line) {
        return ground.run(line.split(" ", -1));
    }
}
