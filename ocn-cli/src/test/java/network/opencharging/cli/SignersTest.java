package network.opencharging.cli;

import static network.opencharging.cli.Ground.ALICE;
import static network.opencharging.cli.Ground.BOB;

import static org.assertj.core.api.Assertions.assertThat;

import network.opencharging.cli.Ground.Said;
import network.opencharging.protocol.key.Address;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Who signs: a keystore and its password, words, or a signing service, for which the development
 * chain stands: it holds keys and speaks {@code eth_sign*}.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SignersTest {
    private static final String HELD = "0xf39Fd6e51aad88F6F4ce6aB8827279cffFb92266";
    private Ground ground;

    @BeforeAll
    void aChain(@TempDir Path folder) throws IOException {
        ground = Ground.start(folder);
        assertThat(ground.as(BOB, "fund " + HELD + " 1").exit()).isZero();
    }

    @AfterAll
    void close() {
        ground.close();
    }

    @Test
    void aSigningServiceSignsTransactionsTypedMessagesAndPersonalOnes() throws IOException {
        String signer = " --signer " + ground.chain().httpUrl() + " --account " + HELD;
        good(ground.ask("node set https://held.example" + signer));
        assertThat(ground.ask("node get " + HELD).out()).contains("https://held.example");

        Path typed = ground.file("typed.json");
        good(ground.ask("node set https://typed.example --sign-to " + typed + signer));
        good(ground.as(BOB, "relay " + typed));
        assertThat(ground.ask("node get " + HELD).out()).contains("https://typed.example");

        Address published = ground.publish("FirstPublished");
        String first = " --registry-form first --registry " + published;
        Path personal = ground.file("personal.json");
        String sign = " --accept-replay --sign-to " + personal;
        good(ground.ask("node set https://personal.example" + sign + signer + first));
        good(ground.as(BOB, "relay " + personal + first));
        assertThat(ground.ask("node get " + HELD + first).out()).contains("personal.example");
    }

    @Test
    void aSigningServiceThatCannotIsSaid() {
        Said stranger =
                ground.ask(
                        "node set https://held.example --signer "
                                + ground.chain().httpUrl()
                                + " --account "
                                + ALICE.address());
        assertThat(stranger.exit()).isEqualTo(3);
        assertThat(stranger.err()).contains("holds no key of " + ALICE.address());

        Said away = ground.ask("node set https://held.example --signer http://127.0.0.1:9");
        assertThat(away.exit()).isEqualTo(3);
        assertThat(away.err()).contains("http://127.0.0.1:9 does not answer");

        Said nonsense = ground.ask("node set https://held.example --signer nonsense");
        assertThat(nonsense.exit()).isEqualTo(2);
        assertThat(nonsense.err()).contains("--signer: 'nonsense'");
    }

    @Test
    void aKeystoreAndItsPasswordSign() throws IOException {
        Path password = Files.writeString(ground.file("password"), "open sesame\n");
        Said made =
                ground.run(
                        "key",
                        "import",
                        "bob",
                        "--from",
                        ground.key(BOB).toString(),
                        "--password-file",
                        password.toString());
        assertThat(made.exit()).as(made.err()).isZero();

        String store = " --key bob --password-file ";
        good(ground.ask("node set https://bob.example" + store + password));
        assertThat(ground.ask("node get " + BOB.address()).out()).contains("https://bob.example");

        Path wrong = Files.writeString(ground.file("wrong"), "open barley\n");
        Said refused = ground.ask("node set https://bob2.example" + store + wrong);
        assertThat(refused.exit()).isEqualTo(2);
        assertThat(refused.err()).contains("password").doesNotContain("barley", "Exception");
    }

    private static void good(Said said) {
        assertThat(said.exit()).as(said.out() + said.err()).isZero();
    }
}
