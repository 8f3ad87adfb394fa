package network.opencharging.node.clientinfo;

import network.opencharging.node.platform.ConnectionStatus;
import network.opencharging.protocol.json.Json;
import network.opencharging.protocol.message.Envelope;
import network.opencharging.protocol.party.PartyId;
import network.opencharging.protocol.party.Role;

import java.time.Instant;

/**
 * One party in one role, and whether it can be reached (OCPI 2.2.1 §15.4.1).
 *
 * @param party the party
 * @param role its role
 * @param status how it stands
 * @param lastUpdated when that changed last
 */
public record ClientInfo(PartyId party, Role role, ConnectionStatus status, Instant lastUpdated) {

    /** As it goes over the wire. */
    public Json.Obj toJson() {
        return Json.Obj.EMPTY
                .with("party_id", party.partyId())
                .with("country_code", party.countryCode())
                .with("role", role.name())
                .with("status", status.name())
                .with("last_updated", Envelope.timeText(lastUpdated));
    }
}
