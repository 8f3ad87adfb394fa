package network.opencharging.tools;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import network.opencharging.protocol.party.PartyId;
import network.opencharging.protocol.party.Role;
import network.opencharging.tools.mock.MockCpo;
import network.opencharging.tools.mock.MockEmsp;
import network.opencharging.tools.mock.Settings;
import network.opencharging.tools.ocpi.Identity;
import network.opencharging.tools.seam.Seams;
import network.opencharging.tools.simulate.CentralSystem;
import network.opencharging.tools.watch.Lines;
import network.opencharging.tools.watch.LogStub;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import picocli.CommandLine;
import picocli.CommandLine.Help.Ansi;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * The example in the help of every command, run as it stands there from the root of the project.
 * Only addresses change: mocks and nodes are at any free port, for another program may have the one
 * of the example.
 */
class ExamplesTest {
    private static final String EXAMPLE = "Example: ocn tools ";
    private static final String TOKEN_A = "token-a";

    /** What each says when it has worked; {@code …} behind it: it goes on until Ctrl-C. */
    private static final Map<String, String> SAYS =
            Map.ofEntries(
                    Map.entry("audit cdr", "It is right."),
                    Map.entry("check", "1 Location, 1 Response: nothing found."),
                    Map.entry("client authorize", "\"allowed\" : \"ALLOWED\""),
                    Map.entry("client command", "POST /callback/"),
                    Map.entry("client get", "5 objects on "),
                    Map.entry("client push", "HTTP 201, OCPI 1000"),
                    Map.entry("conformance list", "PUT-1.locations"),
                    Map.entry("conformance run", " passed, 0 failed"),
                    Map.entry("load", "100/s wanted"),
                    Map.entry("mock cpo", "can register with the token A …"),
                    Map.entry("mock emsp", "can register with the token A …"),
                    Map.entry("mock faults", "truncated-json"),
                    Map.entry("mock hub", "can register with the token A …"),
                    Map.entry("probe", " passed, 0 failed"),
                    Map.entry("proxy", "0 exchanges passed"),
                    Map.entry("scenario list", "token-blocked"),
                    Map.entry("scenario run", " 0 failed"),
                    Map.entry("scenario show", "scenario: "),
                    Map.entry("signature explain", "message"),
                    Map.entry(
                            "signature sign",
                            "G1cCAGTR1qY9yIslrd+GLsu9kBp4eTOdHLhdMUiztkDipC3wLIUWOOU2hsf"),
                    Map.entry("signature verify", "valid"),
                    Map.entry("simulate plug", "the script is done"),
                    Map.entry("simulate station", "the script is done"),
                    Map.entry("tail", "is followed …"),
                    Map.entry("trace", "in all for who asked"));

    @TempDir private Path folder = Path.of("");

    private final MockCpo cpo;
    private final MockEmsp emsp;
    private final LogStub north;
    private final LogStub south;
    private final CentralSystem central;

    ExamplesTest() throws Exception {
        cpo = MockCpo.open(settings("DE/ALC", Role.CPO));
        emsp = MockEmsp.open(settings("NL/BOB", Role.EMSP));
        north = new LogStub();
        south = new LogStub();
        central = CentralSystem.open();
    }

    @BeforeEach
    void everybodyIsThere() throws IOException {
        cpo.platform().connection().invite(TOKEN_A);
        emsp.platform().connection().invite(TOKEN_A);
        for (String name : List.of("admin.key", "north.key", "south.key")) {
            Files.writeString(folder.resolve(name), LogStub.KEY);
        }
        String traced = example("trace").split(" ", -1)[1];
        north.logged(Lines.good("n1", "2026-11-28T10:00:01.041Z").replace(Lines.EXCHANGE, traced));
        south.logged(
                Lines.atTheNextNode("s1", "2026-11-28T10:00:01.030Z")
                        .replace(Lines.EXCHANGE, traced));
    }

    @AfterEach
    void everybodyLeaves() {
        cpo.close();
        emsp.close();
        north.close();
        south.close();
        central.close();
    }

    static Stream<String> commands() {
        return leaves().keySet().stream();
    }

    @Test
    void ofEachCommandIsKnownWhatItSays() {
        assertThat(SAYS.keySet()).containsExactlyInAnyOrderElementsOf(commands().toList());
    }

    @ParameterizedTest
    @MethodSource("commands")
    void theExampleRunsAsItStandsInTheHelp(String command) throws Exception {
        String said = Objects.requireNonNull(SAYS.get(command), command);
        boolean goesOn = said.endsWith("…");
        StringWriter out = new StringWriter();
        CommandLine tools =
                Tools.commandLine(Map.of("OCPI_TOKEN", TOKEN_A))
                        .setCaseInsensitiveEnumValuesAllowed(true)
                        .setOut(new PrintWriter(out, true))
                        .setErr(new PrintWriter(out, true));
        List<Integer> ended = new ArrayList<>();
        Thread running =
                Thread.ofPlatform()
                        .start(() ->
                                ended.add(tools.execute(here(example(command)).split(" ", -1))));

        if (goesOn) {
            await().atMost(Duration.ofSeconds(60))
                    .failFast(() -> !ended.isEmpty())
                    .until(() -> out.toString().contains(said.replace(" …", "")));
            assertThat(out.toString()).doesNotContain("\tat ");
            running.interrupt();
            running.join();
        } else {
            running.join();
            assertThat(out.toString()).contains(said).doesNotContain("\tat ");
            assertThat(ended).as(out.toString()).containsExactly(0);
        }
    }

    /** The same for this moment and this machine. */
    private String here(String example) {
        return example.replace("http://127.0.0.1:7470", base(cpo.platform().versions()))
                .replace("http://127.0.0.1:7472", base(emsp.platform().versions()))
                .replace("http://127.0.0.1:8080", north.url().toString())
                .replace("http://127.0.0.1:8081", south.url().toString())
                .replace("ws://127.0.0.1:8280/ocpp", central.url().toString())
                .replaceAll("--(port|http) 74[0-9]{2}", "--$1 0")
                .replace(" docs/examples/", " ../docs/examples/")
                .replaceAll(" ([a-z]+[.](?:key|html))\\b", " " + folder + "/$1");
    }

    private static String base(URI url) {
        return url.resolve("/").toString().replaceAll("/$", "");
    }

    private static String example(String command) {
        return Stream.of(
                        Objects.requireNonNull(leaves().get(command), command)
                                .getCommandSpec()
                                .usageMessage()
                                .footer())
                .map(line -> Ansi.OFF.string(line))
                .filter(line -> line.startsWith(EXAMPLE))
                .map(line -> line.substring(EXAMPLE.length()))
                .findFirst()
                .orElseThrow();
    }

    private static Map<String, CommandLine> leaves() {
        Map<String, CommandLine> leaves = new TreeMap<>();
        collect("", Tools.commandLine(Map.of()), leaves);
        return new LinkedHashMap<>(leaves);
    }

    private static void collect(String path, CommandLine line, Map<String, CommandLine> leaves) {
        if (line.getSubcommands().isEmpty()) {
            leaves.put(path, line);
        }
        line.getSubcommands()
                .forEach((name, inner) -> collect((path + " " + name).strip(), inner, leaves));
    }

    private static Settings settings(String party, Role role) {
        return Settings.of(
                new Identity(PartyId.parse(party).orElseThrow(), role, "Mock"),
                Settings.Seams.of(Seams.real(), Seams.real().clock(), exchange -> {}));
    }
}
