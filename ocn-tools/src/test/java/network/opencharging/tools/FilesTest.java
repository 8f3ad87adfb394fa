package network.opencharging.tools;

import static org.assertj.core.api.Assertions.assertThat;

import network.opencharging.protocol.party.PartyId;
import network.opencharging.protocol.party.Role;
import network.opencharging.tools.mock.MockCpo;
import network.opencharging.tools.mock.Settings;
import network.opencharging.tools.ocpi.Identity;
import network.opencharging.tools.seam.Seams;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import picocli.CommandLine;
import picocli.CommandLine.Model.ArgSpec;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.Field;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Every file that a command reads may be broken in any way; a command that begins to read another
 * must have its place here.
 */
class FilesTest {
    private static final String TOKEN_A = "token-a";
    private static final String TOKEN = "a-token";
    private static final String KEY =
            "00000000000000000000000000000000000000000000000000000000000001f4";
    private static final String SCRIPT =
            """
            mock: cpo
            speed: 60
            faults: [slow]
            objects:
              locations: [{id: L1, city: Bremen}]
            events:
              - at: 10s
                status: {location: L1, evse: L1-E1, is: CHARGING}
            """;
    private static final String EXAMPLES = "../docs/examples/";
    private static final int FEW = 25;

    /** What is written, not read. */
    private static final Set<String> WRITTEN =
            Set.of(
                    "ConformanceRun.html",
                    "ConformanceRun.junit",
                    "LoadCommand.html",
                    "MockCommand.tokenTo",
                    "ProxyCommand.report",
                    "ScenarioRun.junit");

    /** What is broken in the tests of its room, with the whole of what is done with it. */
    private static final Map<String, String> ELSEWHERE =
            Map.of(
                    "AuditCdr.file", "AuditCdrTest",
                    "CheckCommand.arguments", "CheckCommandTest",
                    "ClientCommand.file", "OddSystemsTest",
                    "ClientPush.file", "OddSystemsTest",
                    "LoadCommand.request", "LoadCommandTest",
                    "Presented.values", "OddSystemsTest",
                    "Given.file", "OddSystemsTest",
                    "ScenarioRun.which", "ScenarioFileTest",
                    "SignatureSign.keyFile", "OddSystemsTest",
                    "SignatureSign.values", "OddSystemsTest");

    @TempDir private Path folder = Path.of("");

    private final MockCpo cpo;

    FilesTest() throws IOException {
        cpo =
                MockCpo.open(
                        Settings.of(
                                new Identity(
                                        PartyId.parse("DE/ALC").orElseThrow(), Role.CPO, "Mock"),
                                Settings.Seams.of(
                                        Seams.real(), Seams.real().clock(), exchange -> {})));
    }

    @AfterEach
    void close() {
        cpo.close();
    }

    /**
     * A file that is read.
     *
     * @param field which
     * @param command that reads it; {@code %} is the file, {@code @} a system that can be reached,
     *     and port 9 one that cannot: what is read is read before
     * @param good what stands in it
     */
    record Case(String field, String command, String good) {
        @Override
        public String toString() {
            return field;
        }
    }

    private static List<Case> cases() throws IOException {
        String broken = "http://127.0.0.1:9/versions";
        String cdr = Files.readString(Path.of(EXAMPLES + "cdr.json"));
        String audit = "audit cdr " + EXAMPLES + "cdr.json ";
        String station = "simulate station --id CS-1 --url ws://127.0.0.1:9/ocpp ";
        String secured = "simulate station --id CS-1 --url wss://127.0.0.1:9/ocpp ";
        String plug = "simulate plug --family SHELLY_2 --name p --broker tcp://127.0.0.1:9 ";
        return List.of(
                new Case("AuditCdr.tariff", audit + "--tariff %", tariff(cdr)),
                new Case("AuditCdr.session", audit + "--session %", cdr),
                new Case("MockCommand.keyFile", mock(broken) + "--key-file %", KEY),
                new Case("MockCommand.tokenFile", mock("@") + "--token-file %", TOKEN),
                new Case(
                        "One.keyFile",
                        "trace c-1 --node http://127.0.0.1:9 --admin-key-file %",
                        TOKEN),
                new Case("Plan.file", mock(broken) + "--script %", SCRIPT),
                new Case("PlugCommand.file", plug + "--script %", example("plug.yaml")),
                new Case("PlugCommand.passwordFile", plug + "--password-file %", TOKEN),
                new Case(
                        "Reach.keyFile",
                        "client get locations --url @ --register --key-file %",
                        KEY),
                new Case("Reach.tokenFile", "client get locations --url @ --token-file %", TOKEN),
                new Case("ScenarioRun.keyFile", "scenario run token-blocked --key-file %", KEY),
                new Case(
                        "ScenarioRun.tokenFile",
                        "scenario run token-blocked --url @ --token-file %",
                        TOKEN),
                new Case("StationCommand.file", station + "--script %", example("station.yaml")),
                new Case("StationDoor.authorities", secured + "--ca-file %", KEY),
                new Case(
                        "StationDoor.certificate",
                        secured + "--certificate-file % --key-file %",
                        KEY),
                new Case("StationDoor.key", secured + "--certificate-file % --key-file %", KEY),
                new Case("StationDoor.passwordFile", station + "--password-file %", TOKEN));
    }

    private static String mock(String hub) {
        return "mock cpo --port 0 --hub " + hub + " ";
    }

    private static String example(String name) throws IOException {
        return Files.readString(Path.of(EXAMPLES + name));
    }

    private static String tariff(String cdr) {
        return cdr.substring(cdr.indexOf("\"tariffs\":") + 10);
    }

    static Stream<Case> read() throws IOException {
        return cases().stream();
    }

    @Test
    void everyFileThatACommandReadsIsBrokenHere() throws IOException {
        Set<String> known = new HashSet<>(WRITTEN);
        known.addAll(ELSEWHERE.keySet());
        cases().forEach(one -> known.add(one.field()));

        assertThat(fields(Tools.commandLine(Map.of())))
                .as("a file that a command reads has no case, or a case no file")
                .isEqualTo(new TreeSet<>(known));
    }

    /** Every option and parameter that names a file, as {@code Class.field}. */
    private static Set<String> fields(CommandLine line) {
        Set<String> fields =
                line.getCommandSpec().args().stream()
                        .filter(FilesTest::isFile)
                        .map(FilesTest::name)
                        .collect(Collectors.toCollection(TreeSet::new));
        line.getSubcommands().values().forEach(inner -> fields.addAll(fields(inner)));
        return fields;
    }

    private static boolean isFile(ArgSpec arg) {
        return arg.type().equals(Path.class) || arg.paramLabel().contains("FILE");
    }

    private static String name(ArgSpec arg) {
        return arg.userObject() instanceof Field field
                ? field.getDeclaringClass().getSimpleName() + "." + field.getName()
                : arg.paramLabel();
    }

    @ParameterizedTest
    @MethodSource("read")
    void noFileBreaksIt(Case one) {
        Mutations.none(
                one.good().getBytes(StandardCharsets.UTF_8),
                FEW,
                changed -> {
                    cpo.platform().connection().invite(TOKEN_A);
                    return Ran.tools(
                            Map.of("OCPI_TOKEN", TOKEN_A),
                            one.command()
                                    .replace("%", written(changed))
                                    .replace("@", cpo.platform().versions().toString())
                                    .split(" +", -1));
                });
    }

    private String written(byte[] bytes) {
        try {
            return Files.write(folder.resolve("changed"), bytes).toString();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
