package network.opencharging.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import network.opencharging.acceptance.dsl.Ledger;
import network.opencharging.acceptance.dsl.OcnProcess;
import network.opencharging.acceptance.dsl.Terminal;
import network.opencharging.protocol.key.Address;
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
    void theFirstGenerationIsWrittenDirectly() throws Exception {
        network("first", ledger.create(Ledger.code("FirstPublished")), "--registry-form", "first");
        String north = newKey("north");
        ledger.fund(north);

        typed(0, "north", "node set https://north.example");
        typed(0, "north", "party set DE/ALC --role CPO,HUB --operator " + north);
        assertThat(answer("party list -o json")).contains("DE/ALC", "HUB");
        typed(0, "north", "party delete");
        assertThat(typed(2, "north", "node delete --sign-to x")).contains("without --sign-to");
    }

    @Test
    void theSecondGenerationIsReadAndItsNodesAreManaged() throws Exception {
        network(
                "second",
                ledger.create(Ledger.code("SecondPublished")),
                "--registry-form",
                "second");

        assertThat(answer("party list -o json")).isEqualToIgnoringWhitespace("[]");
        ledger.mine();
        assertThat(answer("network check")).contains("second");
        String north = newKey("north");
        ledger.fund(north);
        typed(0, "north", "node set https://north.example");
        assertThat(answer("node list -o json")).contains("https://north.example");
        typed(0, "north", "node delete");
        assertThat(answer("node list -o json")).isEqualToIgnoringWhitespace("[]");
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
        String[] line =
                Stream.concat(
                                Stream.of(
                                        "network",
                                        "add",
                                        "here",
                                        "--chain-id",
                                        "246",
                                        "--rpc",
                                        ledger.url().toString(),
                                        "--registry",
                                        registry.text(),
                                        "--confirmations",
                                        "1",
                                        "--block-time",
                                        "2s"),
                                Stream.of(more))
                        .toArray(String[]::new);
        try (OcnProcess added = OcnProcess.start(here(), line)) {
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
            String json = terminal.screen().substring(terminal.screen().indexOf('{'));
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
