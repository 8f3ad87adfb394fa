package network.opencharging.node.journal;

import network.opencharging.protocol.party.PartyId;

import java.time.Instant;
import java.util.Optional;

/**
 * Which messages are looked for; what is empty does not matter.
 *
 * @param correlationId of this exchange
 * @param party sent by it or for it
 * @param module about this module
 * @param refused only those that the node refused, or only those that were answered
 * @param status whose sender got this HTTP status (three digits) or OCPI status (four)
 * @param from not before
 * @param until before
 * @param most how many at most, the newest first
 */
public record MessageSearch(
        Optional<String> correlationId,
        Optional<PartyId> party,
        Optional<String> module,
        Optional<Boolean> refused,
        Optional<Integer> status,
        Optional<Instant> from,
        Optional<Instant> until,
        int most) {}
