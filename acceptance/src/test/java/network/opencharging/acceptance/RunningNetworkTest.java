package network.opencharging.acceptance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import network.opencharging.acceptance.dsl.Curl;
import network.opencharging.acceptance.dsl.FreePorts;
import network.opencharging.acceptance.dsl.OcnProcess;
import network.opencharging.acceptance.dsl.Shell;
import network.opencharging.tools.json.JsonText;

import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

import tools.jackson.databind.JsonNode;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** One network on a chain that keeps running, and what can be done with it. */
class RunningNetworkTest {
    /** What each printed line is told to answer, in the order of the lines. */
    private static final List<List<String>> TOLD =
            List.of(
                    List.of("\"status_code\":1000", "\"id\":\"GARAGE"),
                    List.of("\"status_code\":1000", "\"ACCEPTED\""),
                    List.of("\"status_code\":1000", "\"2.2.1\""),
                    List.of("\"DE\"", "\"ALC\""),
                    List.of("\"phase\"", "NL/BOB"));

    @TempDir Path temp;

    @TestFactory
    Stream<DynamicTest> aNetworkKeepsRunning() throws Exception {
        List<Integer> ports = FreePorts.some(8);
        OcnProcess ocn = OcnProcess.start(Map.of(), arguments(ports));
        return Stream.of(
                        Stream.of(dynamicTest("it starts", () -> starts(ocn, ports))),
                        lines("with the curl of this machine", ocn, after(path(), stand())),
                        lines("with a curl of the tests", ocn, after(stand(), path())),
                        Stream.of(
                                dynamicTest(
                                        "a second one in its folder is told where it is",
                                        () -> secondInTheFolder(ports)),
                                dynamicTest(
                                        "a second one on its ports is told which is taken",
                                        () -> secondOnThePorts(ports)),
                                dynamicTest(
                                        "its folder tells other programs where the registry is",
                                        () -> description(ports)),
                                dynamicTest(
                                        "Ctrl-C ends it and every process it has started",
                                        () -> controlC(ocn)),
                                dynamicTest(
                                        "nobody finds a network that has ended",
                                        () -> assertThat(descriptionFile()).doesNotExist())))
                .flatMap(tests -> tests)
                .onClose(ocn::close);
    }

    private String[] arguments(List<Integer> ports, String... more) {
        List<String> names =
                List.of("chain", "north", "south", "cpo", "emsp", "stations", "operator", "plugs");
        return Stream.of(
                        Stream.of("up", "--dir=" + temp.resolve("network")),
                        IntStream.range(0, ports.size())
                                .mapToObj(
                                        i -> "--%s-port=%d".formatted(names.get(i), ports.get(i))),
                        Stream.of(more))
                .flatMap(part -> part)
                .toArray(String[]::new);
    }

    private static void starts(OcnProcess ocn, List<Integer> ports) {
        ocn.awaitOutput("Running until Ctrl-C");
        assertThat(ocn.output()).contains("both charges have roamed");
        for (int port : ports) {
            assertThat(ocn.output()).contains("//127.0.0.1:" + port);
        }
    }

    private static Stream<DynamicTest> lines(String with, OcnProcess ocn, String path) {
        return IntStream.range(0, TOLD.size())
                .mapToObj(i ->
                        dynamicTest(
                                "printed line %d answers as told, %s".formatted(i + 1, with),
                                () -> {
                                    List<String> lines = curls(ocn);
                                    assertThat(lines).hasSize(TOLD.size());
                                    assertThat(Shell.run(lines.get(i), path)).contains(TOLD.get(i));
                                }));
    }

    private static List<String> curls(OcnProcess ocn) {
        return ocn.output().lines().map(String::strip).filter(l -> l.startsWith("curl ")).toList();
    }

    private static String path() {
        return System.getenv("PATH");
    }

    private String stand() throws Exception {
        Path folder = Files.createDirectories(temp.resolve("stand-in"));
        Shell.program(folder, "curl", Curl.class);
        return folder.toString();
    }

    private static String after(String first, String second) {
        return first + File.pathSeparator + second;
    }

    private void secondInTheFolder(List<Integer> ports) throws Exception {
        try (OcnProcess second = OcnProcess.start(Map.of(), arguments(ports))) {
            assertThat(second.awaitEnd()).isEqualTo(3);
            assertThat(second.output())
                    .startsWith("ocn: another 'ocn up' runs here (process ")
                    .contains("http://127.0.0.1:" + ports.get(1), "--dir", "--port-base")
                    .hasLineCount(1);
        }
    }

    private void secondOnThePorts(List<Integer> ports) throws Exception {
        String[] elsewhere = arguments(ports, "--dir=" + temp.resolve("other"));
        try (OcnProcess second =
                OcnProcess.start(
                        Map.of(),
                        Stream.of(elsewhere)
                                .filter(text -> !text.endsWith("/network"))
                                .toArray(String[]::new))) {
            assertThat(second.awaitEnd()).isEqualTo(3);
            assertThat(second.output())
                    .startsWith("ocn: port %d, wanted for chain, is taken".formatted(ports.get(0)))
                    .contains("--chain-port")
                    .hasLineCount(1);
        }
    }

    private Path descriptionFile() {
        return temp.resolve("network/network.json");
    }

    private void description(List<Integer> ports) throws Exception {
        JsonNode network = JsonText.object(Files.readString(descriptionFile()));

        assertThat(network.path("chain_id").asLong()).isEqualTo(246);
        assertThat(network.path("rpc").path(0).asString())
                .isEqualTo("http://127.0.0.1:" + ports.getFirst());
        assertThat(network.path("registry").asString()).matches("0x[0-9a-fA-F]{40}");
        assertThat(network.path("generation").asString()).isEqualTo("ocn");
    }

    private static void controlC(OcnProcess ocn) throws Exception {
        List<ProcessHandle> children = ocn.children();
        assertThat(children).as("a chain, two nodes and a backend").hasSize(4);

        ocn.signal("INT");

        assertThat(ocn.awaitEnd()).isEqualTo(130);
        UpTest.awaitEnded(children);
        assertThat(ocn.output()).doesNotContain("ended by itself", "failed");
    }
}
