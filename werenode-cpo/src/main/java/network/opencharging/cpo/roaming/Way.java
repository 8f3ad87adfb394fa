package network.opencharging.cpo.roaming;

import network.opencharging.bridge.call.HubCalls;
import network.opencharging.bridge.model.OcpiObject;
import network.opencharging.protocol.party.PartyId;

import java.util.List;
import java.util.Optional;

/** The way to partners. */
interface Way {
    /** Whether there is one: not before the door is open, nor while another process has it. */
    boolean isOpen();

    /** Calls to partners; empty until the backend is registered at its node. */
    Optional<HubCalls> calls();

    /**
     * How a request of a partner ended; the first word counts.
     *
     * @param id the bridge's name for the request
     */
    void settle(String id, OcpiObject result);

    /** Parties that issue tokens, as the registry lists them. */
    List<PartyId> issuers();
}
