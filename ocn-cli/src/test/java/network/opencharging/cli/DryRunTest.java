package network.opencharging.cli;

import static network.opencharging.cli.Ground.ALICE;
import static network.opencharging.cli.Ground.BOB;
import static network.opencharging.cli.Ground.CAROL;
import static network.opencharging.cli.Ground.NORTH;

import static org.assertj.core.api.Assertions.assertThat;

import network.opencharging.cli.Ground.Said;
import network.opencharging.protocol.key.Address;
import network.opencharging.protocol.key.PrivateKey;
import network.opencharging.registry.contract.CertifierContract;
import network.opencharging.registry.contract.PermissionsContract;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

import picocli.CommandLine;

import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** Every write, of every command, told in words with its cost before a coin is spent. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class DryRunTest {
    private static final String SOME = " --permission FORWARD_ALL";
    private Ground ground;
    private ClaimServer web;
    private String contracts = "";

    /** Who says what, and what the answer must tell. */
    private record Example(PrivateKey who, String line, String words) {}

    @BeforeAll
    void aNetworkInWhichEverythingIsThere(@TempDir Path folder) throws IOException {
        ground = Ground.start(folder);
        web = new ClaimServer();
        Address permissions = ground.deploy(PermissionsContract.creation(ground.registry()));
        Address certifier = ground.deploy(CertifierContract.creation(NORTH.address()));
        contracts = " --permissions %s --certifier %s".formatted(permissions, certifier);
        String at = " --operator " + NORTH.address();
        done(NORTH, "node set https://north.example");
        done(CAROL, "node set https://carol.example");
        done(ALICE, "party set DE/ALC --role CPO" + at);
        done(BOB, "party set NL/BOB --role EMSP" + at);
        done(CAROL, "party set SE/CAR --role EMSP" + at);
        done(NORTH, "node admit DE/ALC " + ALICE.address());
        done(NORTH, "node admit SE/CAR " + CAROL.address());
        done(ALICE, "service set --name Pay" + SOME);
        done(CAROL, "agreement set " + ALICE.address() + SOME);
        done(NORTH, "certificate trust " + BOB.address() + " --role CPO --domains");
        web.serve(ground.as(NORTH, "domain claim " + web.url() + " -o json" + contracts).out());
        Path signed = ground.file("signed.json");
        done(ALICE, "party profile --name Alice --sign-to " + signed);
    }

    @AfterAll
    void close() {
        web.close();
        ground.close();
    }

    private Map<String, Example> examples() {
        String alice = " " + ALICE.address();
        Map<String, Example> all = new LinkedHashMap<>();
        put(all, "node set", NORTH, " https://moved.example", "register the node");
        put(all, "node delete", CAROL, "", "remove the node");
        put(all, "node admit", NORTH, " NL/BOB " + BOB.address(), "carry party NL/BOB");
        put(all, "node dismiss", NORTH, alice, "no longer carry");
        put(
                all,
                "party set",
                ALICE,
                " DE/ALC --role CPO,NAP --operator " + NORTH.address(),
                "as party DE/ALC with roles [CPO, NAP]");
        put(all, "party delete", ALICE, "", "remove the party");
        put(all, "party profile", ALICE, " --name Alice", "call itself 'Alice'");
        put(all, "modules set", ALICE, " --sender cdrs", "the modules [cdrs]");
        put(all, "modules delete", ALICE, "", "the modules []");
        put(all, "service set", ALICE, " --name Count" + SOME, "offer the service 'Count'");
        put(all, "service delete", ALICE, "", "no service");
        put(all, "agreement set", CAROL, alice + SOME, "have copies of what");
        put(all, "agreement delete", CAROL, alice, "no copies");
        put(
                all,
                "certificate set",
                BOB,
                " DE/ALC" + alice + " --role CPO --serial 7",
                "is DE/ALC with roles [CPO]");
        put(all, "certificate delete", BOB, " 8", "revoke");
        put(all, "certificate demand", NORTH, " --role CPO --domains", "as owner");
        put(all, "certificate trust", NORTH, alice + " --role CPO", "as owner");
        put(all, "domain prove", BOB, " " + web.url() + " " + NORTH.address(), web.url());
        put(all, "fund", NORTH, alice + " 0.5", "0.5");
        put(all, "relay", NORTH, " " + ground.file("signed.json"), "send for" + alice);
        return all;
    }

    private static void put(
            Map<String, Example> all, String command, PrivateKey who, String rest, String words) {
        all.put(command, new Example(who, command + rest, words));
    }

    @Test
    void everyWriteTellsItsWordsAndItsCostAndSendsNothing() throws IOException {
        for (Example example : examples().values()) {
            String before = ground.ask("balance " + example.who().address() + " -o json").out();

            Said said =
                    ground.as(
                            example.who(), example.line() + " --dry-run -o json" + extra(example));

            assertThat(said.exit()).as(example.line() + ": " + said.err()).isZero();
            assertThat(said.out())
                    .as(example.line())
                    .contains(example.words(), "\"cost_at_most\": \"0.", "would pass");
            assertThat(said.err()).contains("Nothing is sent");
            assertThat(ground.ask("balance " + example.who().address() + " -o json").out())
                    .as("nothing was spent by " + example.line())
                    .isEqualTo(before);
        }
    }

    /** What only sends coins has nothing to do with contracts. */
    private String extra(Example example) {
        return example.line().startsWith("fund") ? "" : contracts;
    }

    @Test
    void goingOnWithATransactionCanBeTriedToo() throws IOException {
        String sent = ground.as(NORTH, "fund " + BOB.address() + " 0.1 -o json").out();
        String hash = sent.replaceAll("(?s).*(0x[0-9a-f]{64}).*", "$1");

        Said said = ground.as(NORTH, "resume " + hash + " --dry-run -o json");

        assertThat(said.exit()).as(said.err()).isZero();
        assertThat(said.out()).contains("go on with " + hash, "cost_at_most", "is in block");
    }

    @Test
    void noWriteIsForgotten() {
        Set<String> writes = new TreeSet<>();
        Set<String> signing = new TreeSet<>();
        leaves(Ocn.commandLine(), "", writes, signing);

        Set<String> shown = new TreeSet<>(examples().keySet());
        shown.add("resume");
        assertThat(writes).isEqualTo(shown);
        signing.removeAll(writes);
        assertThat(signing)
                .as("knows a key and sends nothing to a chain")
                .containsExactly("balance", "domain claim", "node start");
    }

    private static void leaves(
            CommandLine command, String name, Set<String> writes, Set<String> signing) {
        if (command.getSubcommands().isEmpty()) {
            if (command.getCommandSpec().findOption("--dry-run") != null) {
                writes.add(name.strip());
            }
            if (command.getCommandSpec().findOption("--signer") != null) {
                signing.add(name.strip());
            }
        }
        command.getSubcommands()
                .forEach((noun, sub) -> {
                    if (!name.isEmpty() || !noun.equals("tools")) {
                        leaves(sub, name + " " + noun, writes, signing);
                    }
                });
    }

    private void done(PrivateKey who, String line) throws IOException {
        Said said = ground.as(who, line + contracts);
        assertThat(said.exit()).as(line + said.out() + said.err()).isZero();
    }
}
