package network.opencharging.acceptance.dsl;

import network.opencharging.tools.local.BackendPlan;
import network.opencharging.tools.local.BackendProcess;
import network.opencharging.tools.local.Cast;
import network.opencharging.tools.local.LocalNetwork;

import tools.jackson.databind.JsonNode;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Alice's backend as a process, plugged into her node, and her operator's hands. */
public final class RoamingCpo implements AutoCloseable {
    private final BackendProcess process;

    private RoamingCpo(BackendProcess process) {
        this.process = process;
    }

    /** Starts it, and waits until it is registered at its node; it tells its news at once. */
    public static RoamingCpo join(LocalNetwork network, Path folder)
            throws IOException, InterruptedException {
        List<Integer> ports = FreePorts.some(4);
        Map<String, String> settings = new HashMap<>(network.registry().environment());
        settings.put("OCN_CPO_TELL_EVERY", "0s");
        BackendProcess process =
                BackendProcess.start(
                        new BackendPlan(
                                Project.installation().backend(),
                                network.cast().member(Cast.ALICE),
                                folder,
                                new BackendPlan.Ports(
                                        ports.get(0), ports.get(1), ports.get(2), ports.get(3)),
                                settings),
                        network.nodeOf(Cast.ALICE).admin().invite(Cast.ALICE.party()));
        process.awaitJoined(Network.PATIENCE);
        return new RoamingCpo(process);
    }

    /** Where a station of that name connects. */
    public URI station(String name) {
        return process.plan().station(name);
    }

    /** How something is. */
    public JsonNode looks(String path) throws IOException {
        return process.admin().get(path);
    }

    /** The operator writes something down, with apostrophes. */
    private void puts(String path, String body) throws IOException {
        process.admin().put(path, body.replace('\'', '"'));
    }

    /** The tariff of what it opens. */
    public void sellsEnergy() throws IOException {
        sells("T1");
    }

    /** A tariff of 0.40 EUR for a kWh and a fifth of VAT. */
    public void sells(String tariff) throws IOException {
        puts(
                "tariffs/" + tariff,
                ("{'country_code':'DE','party_id':'ALC','id':'%s','currency':'EUR','elements':["
                                + "{'price_components':[{'type':'ENERGY','price':0.40,'vat':20.0,"
                                + "'step_size':1}]}],'last_updated':'2026-01-01T00:00:00Z'}")
                        .formatted(tariff));
    }

    /** A location of one EVSE behind that station. */
    public void opens(String location, String station) throws IOException {
        puts("stations/" + station, "{'admission':'ACCEPTED','securityProfile':0}");
        puts(
                "locations/" + location,
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
