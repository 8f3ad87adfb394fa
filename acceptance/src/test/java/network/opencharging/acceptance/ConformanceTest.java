package network.opencharging.acceptance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;
import static org.awaitility.Awaitility.await;

import network.opencharging.acceptance.dsl.BridgeProcess;
import network.opencharging.acceptance.dsl.Examination;
import network.opencharging.acceptance.dsl.Network;
import network.opencharging.acceptance.dsl.Shell;
import network.opencharging.protocol.party.PartyId;
import network.opencharging.tools.mock.Platform;

import org.junit.jupiter.api.Test;

import java.util.List;

/** What our own tools say of our own nodes, and of parties that are asked through two of them. */
class ConformanceTest {
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

    private static List<String> failed(Platform self, String other, String role, int least) {
        var hub = self.connection().peer().orElseThrow();
        return Examination.failed(
                hub.token(),
                least,
                "--role",
                role,
                "--url",
                hub.versions().toString(),
                "--party",
                named(self),
                "--to",
                other);
    }

    private static String named(Platform platform) {
        PartyId party = platform.settings().identity().party();
        return party.countryCode() + "/" + party.partyId();
    }
}
