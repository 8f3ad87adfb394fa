package network.opencharging.acceptance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.awaitility.Awaitility.await;

import network.opencharging.acceptance.dsl.FreePorts;
import network.opencharging.acceptance.dsl.Network;
import network.opencharging.acceptance.dsl.OcnProcess;
import network.opencharging.acceptance.dsl.Shell;
import network.opencharging.tools.json.JsonText;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import tools.jackson.databind.JsonNode;

import java.math.BigDecimal;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** {@code ./ocn up} as a process: how it begins, how it fails, how it ends. */
class UpTest {
    @TempDir Path temp;

    private int operator;

    private String[] up(String... more) throws Exception {
        List<Integer> ports = FreePorts.some(8);
        operator = ports.get(6);
        return java.util.stream.Stream.concat(
                        java.util.stream.Stream.of(
                                "up",
                                "--dir=" + temp.resolve("network"),
                                "--chain-port=" + ports.get(0),
                                "--north-port=" + ports.get(1),
                                "--south-port=" + ports.get(2),
                                "--cpo-port=" + ports.get(3),
                                "--emsp-port=" + ports.get(4),
                                "--stations-port=" + ports.get(5),
                                "--operator-port=" + operator,
                                "--plugs-port=" + ports.get(7)),
                        java.util.stream.Stream.of(more))
                .toArray(String[]::new);
    }

    @Test
    void twoSessionsRoamOnAChainAndTheCommandEnds() throws Exception {
        try (OcnProcess ocn = OcnProcess.start(Map.of(), up("--once"))) {
            assertThat(ocn.awaitEnd()).as(ocn.output()).isZero();
            assertThat(ocn.output())
                    .contains("both charges have roamed", "START_SESSION", "POST cdr")
                    .doesNotContain("not signed", "refused", "unsigned");
            assertThat(ocn.children()).isEmpty();
        }
    }

    @Test
    void withoutNpmAndChainTheSameNetworkRunsAndSigtermLeavesNoProcessBehind() throws Exception {
        Map<String, String> bare = Map.of("PATH", Shell.bareboned(temp));
        try (OcnProcess ocn = OcnProcess.start(bare, up("--chain", "none"))) {
            ocn.awaitOutput("Running until Ctrl-C");
            assertThat(ocn.output()).contains("both charges have roamed", "directory file");
            List<ProcessHandle> children = ocn.children();
            assertThat(children).as("two nodes and a backend").hasSize(3);
            // 0.49 for a kWh of the station; the plug has a fee of 0.25 besides 0.29 for a kWh
            isBilled("CS-1", "0.5", new Tariff("0", "0.49"));
            isBilled("plug-1", "0.004", new Tariff("0.25", "0.29"));

            ocn.signal("TERM");

            assertThat(ocn.awaitEnd()).isEqualTo(143);
            awaitEnded(children);
            assertThat(ocn.output()).doesNotContain("ended by itself", "failed");
        }
    }

    @Test
    void aBackendThatIsKilledInTheStoryIsAFailedStepWithItsNameAndNothingIsLeftBehind()
            throws Exception {
        try (OcnProcess ocn = OcnProcess.start(Map.of(), up("--chain", "none"))) {
            ocn.awaitOutput("GET locations");
            List<ProcessHandle> children = ocn.children();
            process(2).destroyForcibly();

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

    private record Tariff(String fee, String kwh) {
        BigDecimal price(BigDecimal energy) {
            return new BigDecimal(fee).add(energy.multiply(new BigDecimal(kwh)));
        }
    }

    /** Bob's copy says what Alice's books say, and both what the tariff makes of the energy. */
    private void isBilled(String device, String least, Tariff tariff) throws Exception {
        JsonNode bobs =
                JsonText.object(
                        Files.readString(temp.resolve("network/bob/cdr-" + device + ".json")));
        JsonNode own = alices("/cdrs/" + bobs.path("id").asString());
        BigDecimal energy = bobs.path("total_energy").decimalValue();
        BigDecimal price = bobs.path("total_cost").path("excl_vat").decimalValue();
        BigDecimal gross = bobs.path("total_cost").path("incl_vat").decimalValue();

        assertThat(energy).isGreaterThanOrEqualTo(new BigDecimal(least));
        assertThat(energy.movePointRight(3))
                .isEqualByComparingTo(own.path("energy").decimalValue());
        assertThat(price).isEqualByComparingTo(own.path("totalExclVat").decimalValue());
        assertThat(gross).isEqualByComparingTo(own.path("totalInclVat").decimalValue());
        assertThat(price).isCloseTo(tariff.price(energy), within(new BigDecimal("0.0001")));
        assertThat(gross)
                .isCloseTo(
                        price.multiply(new BigDecimal("1.19")), within(new BigDecimal("0.0001")));
    }

    /** What the operator of Alice's backend sees. */
    private JsonNode alices(String path) throws Exception {
        String key = Files.readString(temp.resolve("network/alice/data/admin.key")).strip();
        URI url = URI.create("http://127.0.0.1:%d/admin%s".formatted(operator, path));
        try (HttpClient http = HttpClient.newHttpClient()) {
            String body =
                    http.send(
                                    HttpRequest.newBuilder(url)
                                            .header("Authorization", "Bearer " + key)
                                            .build(),
                                    HttpResponse.BodyHandlers.ofString())
                            .body();
            return JsonText.object(body);
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
