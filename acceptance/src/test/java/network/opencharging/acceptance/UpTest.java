package network.opencharging.acceptance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import network.opencharging.acceptance.dsl.FreePorts;
import network.opencharging.acceptance.dsl.Network;
import network.opencharging.acceptance.dsl.OcnProcess;
import network.opencharging.acceptance.dsl.Shell;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** {@code ./ocn up} as a process: how it begins, how it fails, how it ends. */
class UpTest {
    @TempDir Path temp;

    private String[] up(String... more) throws Exception {
        List<Integer> ports = FreePorts.some(5);
        return java.util.stream.Stream.concat(
                        java.util.stream.Stream.of(
                                "up",
                                "--dir=" + temp.resolve("network"),
                                "--chain-port=" + ports.get(0),
                                "--north-port=" + ports.get(1),
                                "--south-port=" + ports.get(2),
                                "--cpo-port=" + ports.get(3),
                                "--emsp-port=" + ports.get(4)),
                        java.util.stream.Stream.of(more))
                .toArray(String[]::new);
    }

    @Test
    void aSessionRoamsOnAChainAndTheCommandEnds() throws Exception {
        try (OcnProcess ocn = OcnProcess.start(Map.of(), up("--once"))) {
            assertThat(ocn.awaitEnd()).as(ocn.output()).isZero();
            assertThat(ocn.output())
                    .contains("the session has roamed", "START_SESSION", "POST cdr")
                    .doesNotContain("not signed", "refused", "unsigned");
            assertThat(ocn.children()).isEmpty();
        }
    }

    @Test
    void withoutNpmAndChainTheSameNetworkRunsAndSigtermLeavesNoProcessBehind() throws Exception {
        Map<String, String> bare = Map.of("PATH", Shell.bareboned(temp));
        try (OcnProcess ocn = OcnProcess.start(bare, up("--chain", "none"))) {
            ocn.awaitOutput("Running until Ctrl-C");
            assertThat(ocn.output()).contains("the session has roamed", "directory file");
            List<ProcessHandle> children = ocn.children();
            assertThat(children).as("two nodes").hasSize(2);

            ocn.signal("TERM");

            assertThat(ocn.awaitEnd()).isEqualTo(143);
            awaitEnded(children);
            assertThat(ocn.output()).doesNotContain("ended by itself", "failed");
        }
    }

    @Test
    void aNodeThatIsKilledInTheStoryIsAFailedStepWithItsNameAndNothingIsLeftBehind()
            throws Exception {
        try (OcnProcess ocn = OcnProcess.start(Map.of(), up("--chain", "none"))) {
            ocn.awaitOutput("south registered at");
            List<ProcessHandle> children = ocn.children();
            process(0).destroyForcibly();

            assertThat(ocn.awaitEnd()).as(ocn.output()).isEqualTo(1);
            assertThat(ocn.output())
                    .containsPattern("ocn: step \\d+ \\([^)]+\\) failed: ")
                    .contains("The last lines of")
                    .doesNotContain("unexpected trouble", "\tat ");
            awaitEnded(children);
        }
    }

    @Test
    void aNodeThatEndsByItselfLaterIsTold() throws Exception {
        try (OcnProcess ocn = OcnProcess.start(Map.of(), up("--chain", "none"))) {
            ocn.awaitOutput("Running until Ctrl-C");
            process(1).destroyForcibly();

            assertThat(ocn.awaitEnd()).isEqualTo(1);
            assertThat(ocn.output()).contains("ocn: node south has ended by itself");
        }
    }

    private ProcessHandle process(int number) throws Exception {
        String line = Files.readAllLines(temp.resolve("network/processes")).get(number);
        return ProcessHandle.of(Long.parseLong(line.split(" ", -1)[0])).orElseThrow();
    }

    static void awaitEnded(List<ProcessHandle> processes) {
        await("the end of every process that was started")
                .atMost(Network.PATIENCE)
                .until(() -> processes.stream().noneMatch(ProcessHandle::isAlive));
    }
}
