package network.opencharging.bridge.command;

import network.opencharging.protocol.party.PartyId;
import network.opencharging.protocol.route.ModuleId;

import java.net.URI;
import java.time.Instant;

/**
 * A command, or a request for a charging profile, whose result a partner waits for.
 *
 * @param id made by the bridge
 * @param between who asked, and who was asked
 * @param what what was asked for
 * @param responseUrl where the result goes to, at the hub
 * @param deadline when the partner is told TIMEOUT
 */
public record PendingCommand(
        String id, Between between, What what, URI responseUrl, Instant deadline) {
    /**
     * What was asked for.
     *
     * @param module {@code commands} or {@code chargingprofiles}
     * @param name the command's name in OCPI, or that of the wish
     */
    public record What(ModuleId module, String name) {}

    /**
     * Who asked, and who was asked.
     *
     * @param asker the partner
     * @param asked the own party
     * @param correlationId of the command; the result has the same
     */
    public record Between(PartyId asker, PartyId asked, String correlationId) {}
}
