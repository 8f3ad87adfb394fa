package network.opencharging.acceptance;

import static network.opencharging.protocol.route.InterfaceRole.RECEIVER;
import static network.opencharging.protocol.route.InterfaceRole.SENDER;

import static org.assertj.core.api.Assertions.assertThat;

import static java.util.Objects.requireNonNull;

import network.opencharging.acceptance.dsl.Network;
import network.opencharging.acceptance.dsl.Talk;
import network.opencharging.protocol.route.ModuleId;
import network.opencharging.registry.chain.dev.DevelopmentChain;
import network.opencharging.tools.exchange.Exchange;
import network.opencharging.tools.json.JsonText;
import network.opencharging.tools.local.Cast;
import network.opencharging.tools.local.LocalKey;
import network.opencharging.tools.ocpi.call.Call;
import network.opencharging.tools.ocpi.call.Reply;
import network.opencharging.tools.seam.Seams;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import tools.jackson.databind.node.ObjectNode;

import java.net.URI;

/** What must go on while something else breaks. */
class StormTest {
    private @Nullable Network opened;

    @BeforeEach
    void open() throws Exception {
        opened = Network.signed();
    }

    @AfterEach
    void close() {
        network().close();
    }

    private Network network() {
        return requireNonNull(opened);
    }

    private DevelopmentChain chain() {
        return network().registry().chain();
    }

    private Talk bobToAlice() {
        return new Talk(network().bob().platform(), network().alice().platform(), true);
    }

    @Test
    void messagesGoOnWhileTheChainIsStoppedAndANodeStartsWithoutIt() throws Exception {
        bobToAlice().ask("GET", ModuleId.TARIFFS, SENDER, "");
        chain().close();
        network().south().health().awaitRegistry("STALE", Network.PATIENCE);

        assertThat(bobToAlice().ask("GET", ModuleId.TARIFFS, SENDER, "")).isNotEmpty();

        network().restart(network().south());
        assertThat(network().south().health().read().path("registry").path("status").asString())
                .isEqualTo("STALE");
        assertThat(bobToAlice().ask("GET", ModuleId.TARIFFS, SENDER, ""))
                .as("a node that has never seen the chain since its start routes all the same")
                .isNotEmpty();
    }

    @Test
    void linksAndCallbacksOutliveBothNodes() throws Exception {
        Reply firstPage =
                bobToAlice()
                        .must(
                                Call.of(
                                        "GET",
                                        ModuleId.LOCATIONS,
                                        SENDER,
                                        "?limit=2",
                                        Cast.ALICE.party()));
        URI next = firstPage.next().orElseThrow();
        ObjectNode wish = JsonText.object().put("location_id", "LOC1");
        wish.set("token", network().bob().tokens().all().getFirst());
        wish.put("response_url", network().bob().responseUrl("before-the-storm"));
        Reply accepted =
                bobToAlice().tell("POST", ModuleId.COMMANDS, RECEIVER, "/START_SESSION", wish);
        URI callback = responseUrlThatAliceGot(accepted.exchange().correlationId());

        network().restart(network().south());
        network().restart(network().north());

        assertThat(Talk.data(bobToAlice().follow(next))).hasSize(2);
        Talk aliceToBob = new Talk(network().alice().platform(), network().bob().platform(), true);
        aliceToBob.must(
                Call.post(callback, Cast.BOB.party(), JsonText.object().put("result", "ACCEPTED")));
    }

    private URI responseUrlThatAliceGot(String correlationId) {
        String body =
                network()
                        .alice()
                        .platform()
                        .log()
                        .find(Exchange.Direction.RECEIVED, correlationId)
                        .orElseThrow()
                        .request()
                        .body();
        return URI.create(JsonText.object(body).path("response_url").asString());
    }

    @Test
    void aPartyWhoseListingTheChainTakesBackIsNoLongerReached() throws Exception {
        String before = JsonText.object(chain().call("evm_snapshot", "")).path("result").toString();
        network()
                .registry()
                .listParty(
                        LocalKey.fresh(Seams.real().random()),
                        Network.DAVE.party(),
                        Network.DAVE.role(),
                        network().cast().north());
        network().south().health().awaitParties(4, Network.PATIENCE);

        chain().call("evm_revert", before);
        chain().mine(10);
        network().south().health().awaitParties(3, Network.PATIENCE);

        Reply refused =
                network()
                        .bob()
                        .platform()
                        .caller()
                        .send(Call.of("GET", ModuleId.TARIFFS, SENDER, "", Network.DAVE.party()));
        assertThat(refused.summary()).contains("OCPI 4001");
        assertThat(bobToAlice().ask("GET", ModuleId.TARIFFS, SENDER, "")).isNotEmpty();
    }
}
