package network.opencharging.acceptance;

import static network.opencharging.protocol.route.InterfaceRole.SENDER;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;
import static org.awaitility.Awaitility.await;

import network.opencharging.acceptance.dsl.BridgeProcess;
import network.opencharging.acceptance.dsl.Network;
import network.opencharging.acceptance.dsl.Shell;
import network.opencharging.protocol.party.PartyId;
import network.opencharging.protocol.route.ModuleId;
import network.opencharging.tools.mock.MockEmsp;
import network.opencharging.tools.ocpi.call.Call;
import network.opencharging.tools.ocpi.call.Reply;

import org.junit.jupiter.api.Test;

/**
 * A backoffice in Python joins the network by the bridge: signed by the bridge, checked by two real
 * nodes against a real chain, and met by an eMSP at the other node.
 */
class BridgeTest {
    private static final PartyId DAVE = Network.DAVE.party();

    @Test
    void aPythonBackofficeIsSeenAcrossTwoNodesAndTakesACommandFromThere() throws Exception {
        assumeThat(Shell.find("python3")).as("python3, which this example is for").isPresent();
        try (Network network = Network.unsigned();
                BridgeProcess bridge = new BridgeProcess(network, Network.DAVE)) {
            bridge.join();
            bridge.startBackoffice();
            MockEmsp bob = network.bob();

            await().alias("Dave's location reaches Bob by Broadcast Push")
                    .atMost(Network.PATIENCE)
                    .untilAsserted(() ->
                            assertThat(bob.received().locations().all().toString())
                                    .as(bridge.journal())
                                    .contains("Town hall"));

            Reply seen =
                    bob.platform()
                            .caller()
                            .send(Call.of("GET", ModuleId.LOCATIONS, SENDER, "?limit=10", DAVE));
            assertThat(seen.isSuccess()).as(seen.summary()).isTrue();
            assertThat(seen.data().orElseThrow().toString()).contains("FR*DAV*E1");

            Reply answer = bob.stopSession(DAVE, "stop-1", "session-1");
            assertThat(answer.isSuccess()).as(answer.summary() + bridge.journal()).isTrue();
            await().alias("the result of the command comes back")
                    .atMost(Network.PATIENCE)
                    .until(() -> bob.received().callbacks().result("stop-1").isPresent());
        }
    }
}
