package network.opencharging.bridge.call;

import network.opencharging.protocol.party.PartyId;

import java.util.Optional;

/**
 * Between whom a call is.
 *
 * @param from the own party that calls
 * @param to the partner; the hub itself for a push to all (Broadcast Push) or a list of all
 * @param correlationId the same for everything that belongs to this exchange
 * @param requestId the id of the request when it is to be the same each time it is sent, so that
 *     who gets it twice can tell; empty: each request has a new one
 */
public record Exchange(PartyId from, PartyId to, String correlationId, Optional<String> requestId) {

    /** Each request has an id of its own. */
    public Exchange(PartyId from, PartyId to, String correlationId) {
        this(from, to, correlationId, Optional.empty());
    }
}
