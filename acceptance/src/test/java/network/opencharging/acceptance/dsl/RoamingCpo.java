package network.opencharging.acceptance.dsl;

import static org.assertj.core.api.Assertions.assertThat;

import network.opencharging.tools.json.JsonText;
import network.opencharging.tools.local.Cast;
import network.opencharging.tools.local.LocalNetwork;
import network.opencharging.tools.local.NodeAdmin;

import tools.jackson.databind.JsonNode;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;

/** Alice's backend as a process, plugged into her node, and her operator's hands. */
public final class RoamingCpo implements AutoCloseable {
    private final CpoProcess process;

    private RoamingCpo(CpoProcess process) {
        this.process = process;
    }

    /** Starts it, and waits until it is registered at its node. */
    public static RoamingCpo join(LocalNetwork network, Path folder) throws IOException {
        Files.createDirectories(folder);
        Path key = folder.resolve("party.key");
        network.cast().member(Cast.ALICE).key().writeTo(key);
        NodeAdmin.Invitation given = network.nodeOf(Cast.ALICE).admin().invite(Cast.ALICE.party());
        Path invitation =
                Files.writeString(
                        folder.resolve("invitation.json"),
                        "{\"versions_url\": \"%s\", \"token\": \"%s\"}"
                                .formatted(given.versions(), given.token()));
        int port = FreePorts.one();
        Map<String, String> settings = new HashMap<>(network.registry().environment());
        settings.put("OCN_CPO_PARTY", Cast.ALICE.party().toString());
        settings.put("OCN_CPO_NAME", Cast.ALICE.name());
        settings.put("OCN_CPO_KEY_FILE", key.toString());
        settings.put("OCN_CPO_TELL_EVERY", "0s");
        settings.put("OCN_CPO_ROAMING_INVITATION_FILE", invitation.toString());
        settings.put("OCN_CPO_ROAMING_URL", "http://127.0.0.1:" + port);
        settings.put("OCN_CPO_ROAMING_HOST", "127.0.0.1");
        settings.put("OCN_CPO_ROAMING_PORT", Integer.toString(port));
        RoamingCpo cpo = new RoamingCpo(new CpoProcess(folder, settings));
        cpo.process.says("Registered with");
        return cpo;
    }

    /** Where a station of that name connects. */
    public URI station(String name) {
        return URI.create(process.stations() + "/" + name);
    }

    /** The operator asks for something that is done; the body with apostrophes. */
    public JsonNode does(String method, String path, String body) {
        HttpResponse<String> answer = process.asks(method, path, body.replace('\'', '"'));
        assertThat(answer.statusCode()).as(answer.body()).isBetween(200, 204);
        return JsonText.parse(answer.body()).orElseGet(JsonText::object);
    }

    /** The tariff of what it opens. */
    public void sellsEnergy() {
        sells("T1");
    }

    /** A tariff of 0.40 EUR for a kWh and a fifth of VAT. */
    public void sells(String tariff) {
        does(
                "PUT",
                "/tariffs/" + tariff,
                ("{'country_code':'DE','party_id':'ALC','id':'%s','currency':'EUR','elements':["
                                + "{'price_components':[{'type':'ENERGY','price':0.40,'vat':20.0,"
                                + "'step_size':1}]}],'last_updated':'2026-01-01T00:00:00Z'}")
                        .formatted(tariff));
    }

    /** A location of one EVSE behind that station. */
    public void opens(String location, String station) {
        does("PUT", "/stations/" + station, "{'admission':'ACCEPTED','securityProfile':0}");
        does(
                "PUT",
                "/locations/" + location,
                ("{'name':'Ring','zone':'Europe/Berlin','address':{'street':'Ring 1',"
                                + "'city':'Berlin','country':'DEU','latitude':'52.52000',"
                                + "'longitude':'13.40500'},'evses':[{'uid':'E1',"
                                + "'evseId':'DE*ALC*E%s','device':'%s','connectors':["
                                + "{'id':'1','tariffs':['T1']}]}]}")
                        .formatted(location, station));
    }

    @Override
    public void close() {
        process.close();
    }
}
