package network.opencharging.bridge.backoffice;

import network.opencharging.protocol.party.PartyId;

import java.time.Instant;

/**
 * Who asks, and until when an answer is of use.
 *
 * @param from the party that asks
 * @param to the own party that is asked; a bridge can speak for several
 * @param correlationId the same for everything that belongs to one exchange; for logs
 * @param deadline after this moment the partner has been told that there is no answer
 */
public record Context(PartyId from, PartyId to, String correlationId, Instant deadline) {}
