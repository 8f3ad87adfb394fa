package network.opencharging.cli;

import static network.opencharging.cli.Ground.ALICE;
import static network.opencharging.cli.Ground.BOB;
import static network.opencharging.cli.Ground.NORTH;
import static network.opencharging.cli.Ground.POOR;

import static org.assertj.core.api.Assertions.assertThat;

import network.opencharging.cli.Ground.Said;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** An operator and a party manage their listing, on a real chain. */
class ListingStoryTest {
    private static final String FRIEND = "0x00000000000000000000000000000000000000f1";
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
    void anOperatorAndAPartyAreListedChangedAndGone() throws IOException {
        good(ground.as(NORTH, "node set https://north.example"));
        good(ground.as(ALICE, "party set de/alc --role cpo,NAP --operator " + NORTH.address()));
        assertThat(ground.ask("party get DE/ALC -o json").out())
                .contains("\"admitted\": false", "\"node\": \"-\"", "[\"CPO\", \"NAP\"]");

        good(ground.as(NORTH, "node admit DE/ALC " + ALICE.address()));
        Said mistyped = ground.as(NORTH, "node admit DE/ALX " + ALICE.address());
        assertThat(mistyped.exit()).isEqualTo(1);
        assertThat(mistyped.err())
                .contains("is listed as DE/ALC, not as DE/ALX", "Nothing was sent");
        good(ground.as(ALICE, "modules set --sender locations,cdrs --receiver commands"));
        good(ground.as(ALICE, "party profile --name Alice --url https://alice.example"));
        assertThat(ground.ask("party list").out())
                .contains("PARTY", "DE/ALC", "CPO,NAP", "https://north.example", "true");
        assertThat(ground.ask("party list --role EMSP").out()).isEmpty();
        assertThat(ground.ask("modules get DE-ALC -o yaml").out())
                .contains("sender: [\"cdrs\", \"locations\"]", "receiver: [\"commands\"]");
        assertThat(ground.ask("node list -o json").out()).contains("https://north.example");

        Said refused = ground.as(NORTH, "node delete");
        assertThat(refused.exit()).isEqualTo(1);
        assertThat(refused.err()).contains("still carries 1 parties");

        good(ground.as(NORTH, "node dismiss " + ALICE.address()));
        good(ground.as(ALICE, "modules delete"));
        good(ground.as(ALICE, "party delete"));
        good(ground.as(NORTH, "node delete"));
        assertThat(ground.ask("party get DE/ALC").exit()).isEqualTo(1);
        assertThat(ground.ask("node list").out()).isEmpty();
    }

    @Test
    void aDryRunTellsEverythingAndSendsNothing() throws IOException {
        Said told = ground.as(NORTH, "node set https://dry.example --dry-run -o json");

        assertThat(told.exit()).isZero();
        assertThat(told.out())
                .contains("register the node of " + NORTH.address() + " at https://dry.example")
                .contains(
                        "\"verdict\": \"would pass\"", "\"cost_at_most\": \"0.", "\"data\": \"0x");
        assertThat(ground.ask("node list").out()).doesNotContain("dry.example");

        Said refused =
                ground.as(
                        BOB,
                        "party set NL/BOB --role EMSP --operator " + BOB.address() + " --dry-run");
        assertThat(refused.exit()).isEqualTo(1);
        assertThat(refused.err()).contains("register the node first");
    }

    @Test
    void whatIsSignedHereIsSentAndPaidByAnother() throws IOException {
        Path file = ground.file("signed.json");
        good(ground.as(POOR, "node set https://poor.example --sign-to " + file));
        assertThat(Files.readString(file)).contains("https://poor.example").doesNotContain("key");

        good(ground.as(BOB, "relay " + file));
        assertThat(ground.ask("node get " + POOR.address()).out()).contains("https://poor.example");

        Said again = ground.as(BOB, "relay " + file);
        assertThat(again.exit()).as("a message is good once").isEqualTo(1);
        assertThat(again.err()).contains("current nonce");
    }

    @Test
    void aMessageForAnotherContractIsNotSent() throws IOException {
        Path file = ground.file("other.json");
        good(ground.as(POOR, "node set https://poor.example --sign-to " + file));
        String text = Files.readString(file);
        Files.writeString(file, text.replace(ground.registry().text(), BOB.address().text()));

        Said said = ground.as(BOB, "relay " + file);

        assertThat(said.exit()).isEqualTo(2);
        assertThat(said.err()).contains("it is not sent");
    }

    @Test
    void moneyIsShownAndSent() throws IOException {
        good(ground.as(BOB, "fund " + FRIEND + " 0.25"));

        assertThat(ground.ask("balance " + FRIEND + " -o json").out())
                .contains("\"balance\": \"0.25\"");
    }

    @Test
    void whatHappensIsWatched() throws IOException {
        good(ground.as(BOB, "node set https://bob.example"));

        assertThat(ground.ask("watch --from 1 --count 1 -o json").out()).contains("node set");
    }

    @Test
    void theNetworkIsChecked() {
        Said good = ground.ask("network check");
        assertThat(good.exit()).as(good.out() + good.err()).isZero();
        assertThat(good.out()).contains("chain id", "newest block", "registry", "ours");

        Said nothing = ground.ask("network check --registry " + NORTH.address());
        assertThat(nothing.exit()).isEqualTo(1);
        assertThat(nothing.out()).contains("nothing at", "check the address");
        assertThat(ground.ask("network check --registry-form first").out())
                .contains("give --registry-form ours");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "party get D/ALC | 2 | such as DE/ALC",
                "party set DEU/ALC --role CPO --operator 0x00000000000000000000000000000000000000a1"
                        + " | 2 | such as DE/ALC",
                "party set DE/ALC --role KING --operator 0x00000000000000000000000000000000000000a1"
                        + " | 2 | CPO",
                "party set DE/ALC --role CPO --operator alice | 2 | 0x and 40 hexadecimal digits",
                "party set DE/ALC --role CPO --operator 0x52908400098527886E0F7030069857D2E4169ee7"
                        + " | 2 | mistyped",
                "node set http://north.example | 2 | https://",
                "node set north | 2 | https://node.example",
                "node admit DE/ALC | 2 | ADDRESS",
                "modules set --sender nonsense | 2 | no place for module",
                "party list --network nowhere | 2 | ocn network add nowhere",
                "party list --registry 0x00000000000000000000000000000000000000a1 | 3 | no"
                        + " registry",
                "relay missing.json | 2 | no file",
                "resume 0x12 | 2 | 64 hexadecimal digits",
                "fund 0x00000000000000000000000000000000000000a1 much | 2 | no amount",
                "party delete | 1 | has no party in the registry",
            })
    void badInputIsOneSentenceThatSaysWhatToDo(String line, int exit, String sentence)
            throws IOException {
        boolean reading =
                !line.matches("(node|party|modules) (set|admit|delete).*|relay.*|resume.*|fund.*");
        Said said = reading ? ground.ask(line) : ground.as(BOB, line);

        assertThat(said.exit()).as(said.err()).isEqualTo(exit);
        assertThat(said.err()).contains(sentence);
        assertThat(said.err().lines().filter(l -> l.startsWith("ocn: "))).hasSize(1);
        assertThat(said.err()).doesNotContain("\tat ", "Exception");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "admin invite FR | 2 | PARTY: 'FR' is no party",
                "party list extra | 2 | is one argument too many for ocn party list",
                "party lst | 2 | is no command of ocn party: did you mean list?",
                "party list --rol CPO | 2 | is no option of ocn party list",
                "node set https://a.example --confirmations 0 | 2 | --confirmations must be 1",
                "node set https://a.example --confirmations x | 2 | no whole number",
                "node set https://a.example --wait soon | 2 | is no time",
                "watch --count 0 | 2 | --count must be 1 or more",
                "node get 0x12 | 2 | (ADDRESS): '0x12' is no account",
                "node set https://a{b | 2 | is no address",
            })
    void whatCannotBeReadIsSaidWithItsField(String line, int exit, String sentence)
            throws IOException {
        badInputIsOneSentenceThatSaysWhatToDo(line, exit, sentence);
    }

    @Test
    void whoHasNoMoneyIsToldHowToGetSome() throws IOException {
        Said said = ground.as(POOR, "node set https://poor2.example");

        assertThat(said.exit()).isEqualTo(3);
        assertThat(said.err()).contains("ocn fund " + POOR.address(), "Nothing was sent");
    }

    @Test
    void aChainThatIsDownOrAnotherOneIsSaid() throws IOException {
        Said down =
                ground.run(
                        "party", "list", "--rpc", "http://127.0.0.1:9", "--registry", registry());
        assertThat(down.exit()).isEqualTo(3);
        assertThat(down.err()).startsWith("ocn: ").hasLineCount(1);

        Said other =
                ground.run(
                        "party",
                        "list",
                        "-n",
                        "volta",
                        "--rpc",
                        ground.chain().httpUrl().toString());
        assertThat(other.exit()).isEqualTo(3);
        assertThat(other.err()).contains("chain id 73799");
    }

    @Test
    void aChainThatCannotBeCalledIsNamed() {
        Said said = ground.run("party", "list", "--rpc", "nonsense", "--registry", registry());

        assertThat(said.exit()).isEqualTo(2);
        assertThat(said.err()).contains("--rpc: 'nonsense' is no address of a chain");
    }

    @Test
    void theNetworksOfTheWorldAreKnownAndSaidToBeUnchecked() throws IOException {
        Said known = ground.run("network", "list");
        assertThat(known.out()).contains("local", "energyweb", "volta", "gnosis", "73799");
        assertThat(known.err()).contains("volta: Found in published software and not checked");

        String key = ground.key(BOB).toString();
        String rpc = ground.chain().httpUrl().toString();
        for (String network : List.of("energyweb", "volta", "gnosis")) {
            Said write = ground.run("node", "delete", "-n", network, "--rpc", rpc, "--key", key);
            assertThat(write.err()).as(network).contains("compare the addresses with");
            assertThat(write.exit()).as(write.err()).isEqualTo(3);
            assertThat(write.err())
                    .as("another chain, or nothing there")
                    .containsAnyOf("chain id", "There is no contract at")
                    .doesNotContain("Sent as");
        }
        assertThat(ground.as(BOB, "node delete").err()).doesNotContain("not checked");
    }

    @Test
    void aWriteToTheWrongNetworkIsNotSent() throws IOException {
        String key = ground.key(BOB).toString();
        String rpc = ground.chain().httpUrl().toString();

        Said said =
                ground.run(
                        "node",
                        "set",
                        "https://bob.example",
                        "-n",
                        "volta",
                        "--rpc",
                        rpc,
                        "--key",
                        key);

        assertThat(said.exit()).isEqualTo(3);
        assertThat(said.err()).contains("73799", "246").doesNotContain("Sent as");
    }

    @Test
    void nobodysKeyAndAKeyInTheArgumentsAreRefused() throws IOException {
        Said nobody = ground.ask("party delete");
        assertThat(nobody.exit()).isEqualTo(2);
        assertThat(nobody.err()).contains("--key FILE");

        String digits = Files.readString(ground.key(BOB));
        Said given = ground.ask("party delete --key " + digits);
        assertThat(given.exit()).isEqualTo(2);
        assertThat(given.err()).contains("never the key itself").doesNotContain(digits);
    }

    private static String registry() {
        return ground.registry().text();
    }

    private static void good(Said said) {
        assertThat(said.exit()).as(said.out() + said.err()).isZero();
    }
}
