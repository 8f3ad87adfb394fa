package network.opencharging.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import network.opencharging.acceptance.dsl.Network;
import network.opencharging.protocol.party.PartyId;
import network.opencharging.tools.Tools;
import network.opencharging.tools.mock.Platform;

import org.junit.jupiter.api.Test;

import picocli.CommandLine;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** What our own tools say of our own nodes, and of parties that are asked through two of them. */
class ConformanceTest {

    @Test
    void theNodePassesAsAHubAndChangesNothingOnTheWay() throws Exception {
        try (Network network = Network.unsigned()) {
            Platform bob = network.bob().platform();
            Platform alice = network.alice().platform();

            assertThat(failed(bob, alice, "hub")).isEmpty();
            assertThat(failed(bob, alice, "cpo")).isEmpty();
            assertThat(failed(alice, bob, "emsp")).isEmpty();
        }
    }

    /** Runs the suite with what a party has, at the party's node; which cases failed. */
    private static List<String> failed(Platform self, Platform other, String role) {
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
                        named(other));
        int exitCode = tools.execute(arguments.toArray(String[]::new));
        assertThat(out.toString()).contains(" passed, ");
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
