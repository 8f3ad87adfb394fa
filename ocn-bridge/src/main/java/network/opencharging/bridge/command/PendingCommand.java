package network.opencharging.bridge.command;

import network.opencharging.protocol.party.PartyId;

import java.net.URI;
import java.time.Instant;

/**
 * A command whose result a partner waits for.
 *
 * @param id made by the bridge
 * @param between who asked, and who was asked
 * @param type the command's name in OCPI
 * @param responseUrl where the result goes to, at the hub
 * @param deadline when the partner is told TIMEOUT
 */
public record PendingCommand(
        String id, Between between, String type, URI responseUrl, Instant deadline) {

    /**
     * Who asked, and who was asked.
     *
     * @param asker the partner
     * @param asked the own party
     * @param correlationId of the command; the result has the same
     */
    public record Between(PartyId asker, PartyId asked, String correlationId) {}
}
