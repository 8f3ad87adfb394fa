package network.opencharging.tools.mock;

import network.opencharging.protocol.party.PartyId;
import network.opencharging.protocol.route.InterfaceRole;
import network.opencharging.protocol.route.ModuleId;
import network.opencharging.tools.json.JsonText;
import network.opencharging.tools.mock.charging.Stations;
import network.opencharging.tools.mock.module.Aftermath;
import network.opencharging.tools.ocpi.call.Call;
import network.opencharging.tools.ocpi.call.OcpiCaller;
import network.opencharging.tools.ocpi.call.Reply;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

import java.io.IOException;
import java.net.URI;

/** What a mock CPO pushes to an eMSP: results, sessions, CDRs. */
final class Pushes implements Aftermath {
    private final PartyId self;
    private final OcpiCaller caller;
    private final Stations stations;

    Pushes(PartyId self, OcpiCaller caller, Stations stations) {
        this.self = self;
        this.caller = caller;
        this.stations = stations;
    }

    @Override
    public void result(PartyId asker, URI responseUrl, JsonNode result) {
        attempt(Call.post(responseUrl, asker, result));
    }

    @Override
    public void started(PartyId asker, ObjectNode session) {
        attempt(session("PUT", session.path("id").asString(), asker).with(session));
    }

    @Override
    public void stopped(PartyId asker, String sessionId, ObjectNode patch) {
        attempt(session("PATCH", sessionId, asker).with(patch));
        stations.bill(sessionId)
                .ifPresent(cdr ->
                        attempt(
                                Call.of("POST", ModuleId.CDRS, InterfaceRole.RECEIVER, "", asker)
                                        .with(cdr)));
    }

    @Override
    public void profileChanged(PartyId asker, String sessionId, JsonNode activeProfile) {
        attempt(
                Call.of(
                                "PUT",
                                ModuleId.CHARGING_PROFILES,
                                InterfaceRole.SENDER,
                                "/" + sessionId,
                                asker)
                        .with(activeProfile));
    }

    /** Tells how much a running session has delivered. */
    Reply progress(PartyId emsp, String sessionId, ObjectNode patch) throws IOException {
        return caller.send(session("PATCH", sessionId, emsp).with(patch));
    }

    /** Tells the status of an EVSE (OCPI 2.2.1 §8.2.2.3). */
    void status(PartyId reader, String locationId, String evseUid, JsonNode location) {
        for (JsonNode evse : location.path("evses")) {
            if (evse.path("uid").asString().equalsIgnoreCase(evseUid)) {
                ObjectNode patch = JsonText.object();
                patch.set("status", evse.path("status"));
                patch.set("last_updated", evse.path("last_updated"));
                String path =
                        "/%s/%s/%s/%s"
                                .formatted(self.countryCode(), self.partyId(), locationId, evseUid);
                attempt(
                        Call.of("PATCH", ModuleId.LOCATIONS, InterfaceRole.RECEIVER, path, reader)
                                .with(patch));
            }
        }
    }

    private Call session(String method, String sessionId, PartyId to) {
        return Call.of(
                method,
                ModuleId.SESSIONS,
                InterfaceRole.RECEIVER,
                "/" + self.countryCode() + "/" + self.partyId() + "/" + sessionId,
                to);
    }

    /**
     * Nobody waits for these, so nobody can be told that one failed; the caller's log has it, with
     * the reason.
     */
    private boolean attempt(Call call) {
        try {
            return caller.send(call).isSuccess();
        } catch (IOException e) {
            return false;
        }
    }
}
