package network.opencharging.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import network.opencharging.acceptance.dsl.Ledger;
import network.opencharging.acceptance.dsl.OcnProcess;
import network.opencharging.acceptance.dsl.Terminal;
import network.opencharging.protocol.key.Address;
import network.opencharging.protocol.key.PrivateKey;
import network.opencharging.published.SecondIssuer;
import network.opencharging.registry.contract.PermissionsContract;
import network.opencharging.registry.contract.RegistryContract;
import network.opencharging.tools.json.JsonText;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import tools.jackson.databind.JsonNode;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Stream;

/**
 * An operator and a party with the real program in a terminal, from nothing to a listing, on a
 * chain with registries of all three generations.
 */
class CommandLineTest {
    private static final String PASSWORD = "correct horse battery";
    private static final String ESCAPE = "\u001b[";
    private static final PrivateKey ISSUER =
            PrivateKey.parse("%064x".formatted(0x155)).orElseThrow();

    @TempDir private Path home = Path.of("");
    private Ledger ledger;

    @BeforeEach
    void aChain() throws IOException {
        ledger = Ledger.start();
    }

    @AfterEach
    void close() {
        ledger.close();
    }

    @Test
    void anOperatorAndAPartyGetListedDirectlyAndRelayed() throws Exception {
        Address registry = ledger.create(RegistryContract.creation(registryOwner()));
        network("ours", registry);
        String north = newKey("north");
        String alice = newKey("alice");
        ledger.fund(north);

        String listed = typed(0, "north", "node set https://north.example");
        assertThat(listed).contains("About to register the node", "Sent as 0x", "In block", "done");

        Path file = home.resolve("alice.json");
        typed(0, "alice", "party set DE/ALC --role CPO --operator " + north + " --sign-to " + file);
        assertThat(typed(0, "north", "relay " + file)).contains("send for " + alice);
        typed(0, "north", "node admit DE/ALC " + alice);
        assertThat(answer("party list -o json"))
                .contains("DE/ALC", "\"admitted\": true", "https://north.example");

        Path leaving = home.resolve("leaving.json");
        typed(0, "alice", "party delete --sign-to " + leaving);
        typed(0, "north", "relay " + leaving);
        typed(0, "north", "node delete");
        assertThat(answer("party list -o json")).isEqualToIgnoringWhitespace("[]");
        assertThat(ledger.sent(alice)).as("who only signs pays nothing").isZero();
    }

    private static Address registryOwner() {
        return new Address("0x" + "f0".repeat(20));
    }

    @Test
    void theFirstGenerationIsWrittenDirectlyAndRelayed() throws Exception {
        network("first", ledger.create(Ledger.code("FirstPublished")), "--registry-form", "first");
        String north = newKey("north");
        newKey("alice");
        ledger.fund(north);

        typed(0, "north", "node set https://north.example");
        relayed("alice", "party set DE/ALC --role CPO,HUB --operator " + north, "north");
        assertThat(answer("party list -o json")).contains("DE/ALC", "HUB");
        relayed("alice", "party delete", "north");
        assertThat(answer("party list -o json")).isEqualToIgnoringWhitespace("[]");
        assertThat(typed(2, "north", "node delete --sign-to x")).contains("without --sign-to");
        typed(0, "north", "node delete");
    }

    @Test
    void theSecondGenerationIsWrittenDirectlyAndRelayed() throws Exception {
        Address verifier = ledger.create(Ledger.code("SecondVerifier"));
        Address registry = ledger.create(Ledger.code("SecondPublished", Address.ZERO, verifier));
        String allowed = "0x5437988d" + "0".repeat(24) + ISSUER.address().lowerCase().substring(2);
        ledger.call(registry, allowed);
        network("second", registry, "--registry-form", "second");

        assertThat(answer("party list -o json")).isEqualToIgnoringWhitespace("[]");
        ledger.mine();
        assertThat(answer("network check")).contains("second");
        String north = newKey("north");
        String alice = newKey("alice");
        ledger.fund(north);
        relayed("north", "node set https://north.example", "north");
        assertThat(answer("node list -o json")).contains("https://north.example");

        String listing = "party set DE/ALC --role CPO --operator " + north + " --certificate ";
        relayed("alice", listing + certificate(alice, verifier), "north");
        assertThat(answer("party list -o json")).contains("DE/ALC", alice);
        ledger.fund(alice);
        typed(0, "alice", "party delete");
        typed(0, "north", "node delete");
        assertThat(answer("node list -o json")).isEqualToIgnoringWhitespace("[]");
    }

    /** As an issuer of the second registry gives it. */
    private Path certificate(String owner, Address verifier) throws IOException {
        String text =
                new SecondIssuer(ISSUER, 246, verifier)
                        .file("CPO", "DE ALC", "Alice", new Address(owner));
        return Files.writeString(home.resolve("certificate.json"), text);
    }

    /** One signs, with open eyes, and another sends and pays. */
    private void relayed(String author, String line, String payer) throws Exception {
        Path file = home.resolve("signed.json");
        String screen = typed(0, author, line + " --accept-replay --sign-to " + file);
        assertThat(screen).contains("also after you have changed your mind");
        assertThat(typed(0, payer, "relay " + file)).contains("send for 0x", "done");
    }

    @Test
    void aKeyInTheEnvironmentSignsAndIsNeverShown() throws Exception {
        network("ours", ledger.create(RegistryContract.creation(registryOwner())));
        String digits = "%064x".formatted(0xc0ffee);
        String account = PrivateKey.parse(digits).orElseThrow().address().text();
        ledger.fund(account);

        Map<String, String> environment = with(here(), "OCN_PRIVATE_KEY", digits);
        try (OcnProcess set =
                OcnProcess.start(environment, "node", "set", "https://north.example")) {
            assertThat(set.awaitEnd()).as(set.output()).isZero();
            assertThat(set.output()).contains("done").doesNotContain(digits);
        }
        try (OcnProcess quiet =
                OcnProcess.start(environment, "node", "delete", "--quiet", "-o", "json")) {
            assertThat(quiet.awaitEnd()).as(quiet.output()).isZero();
            assertThat(quiet.output()).as("nothing but the answer").startsWith("{").hasLineCount(1);
        }
    }

    @Test
    void whatIsInterruptedIsResumedInTheSamePlaceWithAHigherFee() throws Exception {
        network("ours", ledger.create(RegistryContract.creation(registryOwner())));
        String north = newKey("north");
        ledger.fund(north);
        ledger.holdBlocks();

        String hash;
        try (Terminal terminal = command("north", "node set https://north.example")) {
            terminal.awaitScreen("waiting for a block");
            terminal.interrupt();
            assertThat(terminal.awaitEnd()).isEqualTo(130);
            String screen = terminal.screen();
            hash = screen.replaceAll("(?s).*Sent as (0x\\w{64}).*", "$1");
            assertThat(screen).contains("go on with  ocn resume " + hash + " --network here");
        }
        try (Terminal terminal =
                command("north", "resume " + hash + " --network here --bump-after 200ms")) {
            terminal.awaitScreen("sent again in the same place with a higher fee");
            ledger.mine();
            assertThat(terminal.awaitEnd()).isZero();
        }
        assertThat(ledger.sent(north)).as("it happened once").isOne();
        assertThat(answer("node list -o json")).contains("https://north.example");
    }

    @Test
    void whoWaitsTooLongIsToldHowToGoOn() throws Exception {
        network("ours", ledger.create(RegistryContract.creation(registryOwner())));
        ledger.fund(newKey("north"));
        ledger.holdBlocks();

        String screen = typed(4, "north", "node set https://north.example --wait 1s");

        assertThat(screen).contains("may still be mined: go on with  ocn resume 0x");
    }

    @Test
    void theColoursAreForTerminalsOnly() throws Exception {
        network("ours", ledger.create(RegistryContract.creation(registryOwner())));
        ledger.mine();
        try (Terminal terminal = Terminal.start(here(), "network", "check")) {
            assertThat(terminal.awaitEnd()).as(terminal.screen()).isZero();
            assertThat(terminal.screen()).contains(ESCAPE);
        }
        ledger.mine();
        try (Terminal plain = Terminal.start(with(here(), "NO_COLOR", "1"), "network", "check")) {
            assertThat(plain.awaitEnd()).isZero();
            assertThat(plain.screen()).doesNotContain(ESCAPE);
        }
        ledger.mine();
        assertThat(answer("network check")).doesNotContain(ESCAPE).contains("newest block");
    }

    @Test
    void servicesAndAgreements() throws Exception {
        Address registry = ledger.create(RegistryContract.creation(registryOwner()));
        Address permissions = ledger.create(PermissionsContract.creation(registry));
        network("ours", registry, "--permissions", permissions.text());
        String north = newKey("north");
        ledger.fund(north);
        typed(0, "north", "node set https://north.example");
        typed(0, "north", "party set DE/ALC --role CPO --operator " + north);
        typed(0, "north", "node admit DE/ALC " + north);
        typed(0, "north", "service set --name Pay --permission FORWARD_ALL");

        assertThat(answer("service list")).contains("Pay", "FORWARD_ALL");
    }

    private void network(String form, Address registry, String... more) throws Exception {
        String line =
                "network add here --chain-id 246 --confirmations 1 --block-time 2s --rpc %s --registry %s"
                        .formatted(ledger.url(), registry);
        Stream<String> words = Stream.concat(Stream.of(line.split(" ", -1)), Stream.of(more));
        try (OcnProcess added = OcnProcess.start(here(), words.toArray(String[]::new))) {
            assertThat(added.awaitEnd()).as("%s: %s", form, added.output()).isZero();
        }
    }

    /** Makes a key as a person does, and gives its account. */
    private String newKey(String name) throws Exception {
        try (Terminal terminal = Terminal.start(here(), "key", "new", name, "-o", "json")) {
            terminal.awaitScreen("New password:");
            terminal.type(PASSWORD);
            terminal.awaitScreen("Once more:");
            terminal.type(PASSWORD);
            assertThat(terminal.awaitEnd()).as(terminal.screen()).isZero();
            assertThat(terminal.screen()).doesNotContain(PASSWORD);
            String screen = terminal.screen();
            String json = screen.substring(screen.indexOf('{'), screen.indexOf('}') + 1);
            JsonNode key = JsonText.parse(json).orElseThrow();
            assertThat(Files.readString(Path.of(key.path("file").asString("")))).contains("crypto");
            return key.path("address").asString("");
        }
    }

    /** Types a command that somebody signs, and gives what was on the screen. */
    private String typed(int exit, String who, String line) throws Exception {
        try (Terminal terminal = command(who, line)) {
            assertThat(terminal.awaitEnd()).as(terminal.screen()).isEqualTo(exit);
            return terminal.screen();
        }
    }

    private Terminal command(String who, String line) throws IOException {
        String[] words =
                Stream.concat(Stream.of(line.split(" ", -1)), Stream.of("--key", who))
                        .toArray(String[]::new);
        Terminal terminal = Terminal.start(here(), words);
        terminal.awaitScreen("Password of the key " + who);
        terminal.type(PASSWORD);
        return terminal;
    }

    /** What a program reads that asks. */
    private String answer(String line) throws Exception {
        try (OcnProcess process = OcnProcess.start(here(), line.split(" ", -1))) {
            assertThat(process.awaitEnd()).as(process.output()).isZero();
            return process.output();
        }
    }

    private Map<String, String> here() {
        return Map.of("OCN_HOME", home.toString(), "OCN_NETWORK", "here");
    }

    private static Map<String, String> with(Map<String, String> some, String name, String value) {
        Map<String, String> more = new java.util.HashMap<>(some);
        more.put(name, value);
        return more;
    }
}
