package network.opencharging.node.relay;

import network.opencharging.node.message.Audience;
import network.opencharging.node.message.Outcome;
import network.opencharging.node.message.Reply;
import network.opencharging.node.message.Routing;
import network.opencharging.node.message.Verified;

/**
 * The second half of the way, for one, for everybody, or from everybody.
 *
 * @param one to one party and back
 * @param everyone to many, without waiting
 * @param all from many, joined
 */
public record Deliveries(Delivery one, Broadcast everyone, Gather all) {

    Outcome deliver(Verified verified, Trail trail) {
        Routing asked = verified.message().routing();
        return switch (verified.addressed().audience()) {
            case Audience.One(var party) ->
                    new Outcome.Answered(
                            one.deliver(verified, party, trail), answeredBy(asked, party));
            case Audience.Everyone(var parties) ->
                    answered(everyone.spread(verified, parties), asked);
            case Audience.GatherAll(var parties) ->
                    answered(all.collect(verified, parties, trail), asked);
        };
    }

    private static Outcome answered(Reply reply, Routing asked) {
        return new Outcome.Answered(reply, asked);
    }

    /** Where the sender named nobody, the answer says who it was (OCPI 2.2.1 §4.1.6.4). */
    private static Routing answeredBy(
            Routing asked, network.opencharging.protocol.party.PartyId party) {
        return asked.swapped()
                        .headers()
                        .get(network.opencharging.protocol.message.HeaderNames.FROM_PARTY_ID)
                        .isPresent()
                ? asked
                : asked.to(party);
    }
}
