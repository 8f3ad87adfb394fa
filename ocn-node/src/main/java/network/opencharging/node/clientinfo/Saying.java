package network.opencharging.node.clientinfo;

import network.opencharging.node.platform.ConnectionStatus;
import network.opencharging.protocol.party.PartyId;
import network.opencharging.protocol.party.Role;

import java.time.Instant;
import java.time.temporal.ChronoUnit;

/**
 * What another node said of one of its parties.
 *
 * @param party the party
 * @param role in this role
 * @param status how it stands
 * @param at when this node heard it
 */
public record Saying(PartyId party, Role role, ConnectionStatus status, Instant at) {
    /** Keeps milliseconds. */
    public Saying {
        at = at.truncatedTo(ChronoUnit.MILLIS);
    }
}
