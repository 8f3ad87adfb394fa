package network.opencharging.bridge.command;

import network.opencharging.protocol.party.PartyId;

import java.time.Instant;

/**
 * A command, or a request for a charging profile, that an own party has given, and whose result it
 * waits for.
 *
 * @param id made by the bridge; what the own {@code response_url} has at its end
 * @param own who gave it
 * @param partner who is to carry it out; nobody else may tell how it ended
 * @param what what was asked for
 * @param deadline when the own backoffice is told TIMEOUT
 * @param ended whether its end was told; it is remembered for a while, so that an end that comes
 *     twice is told once
 */
public record GivenCommand(
        String id,
        PartyId own,
        PartyId partner,
        PendingCommand.What what,
        Instant deadline,
        boolean ended) {}
