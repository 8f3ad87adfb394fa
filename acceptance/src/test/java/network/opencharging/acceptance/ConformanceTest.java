package network.opencharging.acceptance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;
import static org.awaitility.Awaitility.await;

import network.opencharging.acceptance.dsl.BridgeProcess;
import network.opencharging.acceptance.dsl.Network;
import network.opencharging.acceptance.dsl.Shell;
import network.opencharging.protocol.party.PartyId;
import network.opencharging.tools.Tools;
import network.opencharging.tools.mock.Platform;

import org.junit.jupiter.api.Test;

import picocli.CommandLine;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** What our own tools say of our own nodes, and of parties that are asked through two of them. */
class ConformanceTest {
    private static final Pattern PASSED = Pattern.compile("(\\d+) passed, ");

    @Test
    void theNodePassesAsAHubAndChangesNothingOnTheWay() throws Exception {
        try (Network network = Network.unsigned()) {
            Platform bob = network.bob().platform();
            Platform alice = network.alice().platform();

            assertThat(failed(bob, named(alice), "hub", 25)).isEmpty();
            assertThat(failed(bob, named(alice), "cpo", 80)).isEmpty();
            assertThat(failed(alice, named(bob), "emsp", 55)).isEmpty();
        }
    }

    @Test
    void theBridgePassesThroughTwoNodesAsTheCpoOfAPythonBackoffice() throws Exception {
        assumeThat(Shell.find("python3")).as("python3, which this example is for").isPresent();
        try (Network network = Network.unsigned();
                BridgeProcess bridge = new BridgeProcess(network, Network.DAVE)) {
            bridge.join();
            bridge.startBackoffice();
            await().alias("Dave's location reaches Bob by Broadcast Push")
                    .atMost(Network.PATIENCE)
                    .until(() -> !network.bob().received().locations().all().isEmpty());

            assertThat(failed(network.bob().platform(), "FR/DAV", "cpo", 60))
                    .as(bridge.journal())
                    .isEmpty();
        }
    }

    /**
     * Runs the suite with what a party has, at the party's node.
     *
     * @param least so many cases pass at least: a suite that skips all has shown nothing
     * @return which cases failed
     */
    private static List<String> failed(Platform self, String other, String role, int least) {
        var hub = self.connection().peer().orElseThrow();
        StringWriter out = new StringWriter();
        CommandLine tools =
                Tools.commandLine(Map.of("OCPI_TOKEN", hub.token()))
                        .setCaseInsensitiveEnumValuesAllowed(true)
                        .setOut(new PrintWriter(out));
        Stream<String> arguments =
                Stream.of(
                        "conformance",
                        "run",
                        "--role",
                        role,
                        "--url",
                        hub.versions().toString(),
                        "--party",
                        named(self),
                        "--to",
                        other,
                        "--commands");
        int exitCode = tools.execute(arguments.toArray(String[]::new));
        Matcher passed = PASSED.matcher(out.toString());
        assertThat(passed.find()).as(out.toString()).isTrue();
        assertThat(Integer.parseInt(passed.group(1)))
                .as(out.toString())
                .isGreaterThanOrEqualTo(least);
        List<String> failed =
                out.toString()
                        .lines()
                        .dropWhile(line -> !line.startsWith("  !!"))
                        .filter(line -> line.startsWith("  !!") || line.startsWith("      "))
                        .toList();
        assertThat(exitCode).as(out.toString()).isEqualTo(failed.isEmpty() ? 0 : 1);
        return failed;
    }

    private static String named(Platform platform) {
        PartyId party = platform.settings().identity().party();
        return party.countryCode() + "/" + party.partyId();
    }
}
