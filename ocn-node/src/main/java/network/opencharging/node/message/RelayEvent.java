package network.opencharging.node.message;

import network.opencharging.protocol.party.PartyId;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * A message passed, or did not. Says who and what, never what was said.
 *
 * @param received the message as it came in
 * @param sender who sent it; empty when that was not proved
 * @param receiver for whom it was; empty when that was not understood
 * @param outcome how it ended
 * @param path the steps it made here, in order
 * @param took from receiving to the end
 */
public record RelayEvent(
        Received received,
        Optional<Sender> sender,
        Optional<PartyId> receiver,
        Outcome outcome,
        List<Step> path,
        Duration took) {}
