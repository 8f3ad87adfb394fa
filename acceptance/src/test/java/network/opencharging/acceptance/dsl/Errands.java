package network.opencharging.acceptance.dsl;

import static network.opencharging.protocol.route.InterfaceRole.SENDER;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import network.opencharging.protocol.party.PartyId;
import network.opencharging.protocol.route.ModuleId;
import network.opencharging.tools.exchange.Exchange;
import network.opencharging.tools.json.JsonText;
import network.opencharging.tools.mock.MockEmsp;
import network.opencharging.tools.mock.Platform;
import network.opencharging.tools.ocpi.call.Call;
import network.opencharging.tools.ocpi.call.Reply;

import tools.jackson.databind.node.ObjectNode;

import java.io.IOException;
import java.net.URI;

/**
 * What an eMSP has to do at a CPO.
 *
 * @param emsp who
 * @param cpo whose plugs
 */
public record Errands(MockEmsp emsp, PartyId cpo) {

    /** Asks somebody for tariffs; how it is answered is not looked at. */
    public Reply asked(PartyId whom) throws IOException {
        return emsp.platform()
                .caller()
                .send(Call.of("GET", ModuleId.TARIFFS, SENDER, "?limit=1", whom));
    }

    /** Unlocks a plug; the result will come under that name. */
    public Reply unlock(String name) throws IOException {
        ObjectNode wish = JsonText.object();
        wish.put("location_id", "LOC1").put("evse_uid", "LOC1-E1").put("connector_id", "1");
        wish.put("response_url", emsp.responseUrl(name));
        Reply reply = emsp.command(cpo, "UNLOCK_CONNECTOR", wish);
        assertThat(reply.isSuccess()).as(reply.summary()).isTrue();
        return reply;
    }

    /** How the result of that name came. */
    public Exchange result(String name) {
        await().atMost(Network.PATIENCE)
                .until(() -> emsp.received().callbacks().result(name).isPresent());
        return emsp.platform().log().all().stream()
                .filter(exchange -> exchange.direction() == Exchange.Direction.RECEIVED)
                .filter(exchange -> exchange.request().line().contains("/" + name))
                .findFirst()
                .orElseThrow();
    }

    /** Where a platform was told to send the result of that exchange. */
    public static URI responseUrl(Platform platform, String correlationId) {
        String body =
                platform.log()
                        .find(Exchange.Direction.RECEIVED, correlationId)
                        .orElseThrow()
                        .request()
                        .body();
        return URI.create(JsonText.object(body).path("response_url").asString());
    }
}
