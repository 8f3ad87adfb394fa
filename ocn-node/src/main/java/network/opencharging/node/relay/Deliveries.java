package network.opencharging.node.relay;

import network.opencharging.node.message.Audience;
import network.opencharging.node.message.Outcome;
import network.opencharging.node.message.Refusal;
import network.opencharging.node.message.Refused;
import network.opencharging.node.message.Reply;
import network.opencharging.node.message.Routing;
import network.opencharging.node.message.Verified;
import network.opencharging.protocol.message.HeaderNames;
import network.opencharging.protocol.party.PartyId;

import java.util.Optional;

/**
 * The second half of the way, for one, for everybody, or from everybody.
 *
 * @param modules asked before anything goes out
 * @param one to one party and back
 * @param everyone to many, without waiting
 * @param all from many, joined
 * @param inquiry from the one of many who knows
 */
public record Deliveries(
        Modules modules, Delivery one, Broadcast everyone, Gather all, Inquiry inquiry) {

    Outcome deliver(Verified verified, Trail trail) {
        Routing asked = verified.message().routing();
        return switch (verified.addressed().audience()) {
            case Audience.Hub _ -> answered(itself(verified), asked);
            case Audience.One(var party) ->
                    new Outcome.Answered(
                            consulted(verified, party, trail), answeredBy(asked, party));
            case Audience.Everyone(var parties) ->
                    answered(everyone.spread(verified, parties), asked);
            case Audience.WhoeverKnows(var parties) -> {
                Inquiry.Found found = inquiry.ask(verified, parties, trail);
                yield new Outcome.Answered(found.reply(), answeredBy(asked, found.by()));
            }
            case Audience.GatherAll(var parties) ->
                    answered(all.collect(verified, parties, trail), asked);
        };
    }

    private Reply consulted(Verified verified, PartyId party, Trail trail) {
        return switch (modules.consult(verified, Optional.of(party))) {
            case Modules.Way.On(Verified onward) -> one.deliver(onward, party, trail);
            case Modules.Way.Answered(Reply reply) -> reply;
        };
    }

    /** Only a plug-in makes the hub an audience, and for the hub it answers or declines. */
    private Reply itself(Verified verified) {
        return switch (modules.consult(verified, Optional.empty())) {
            case Modules.Way.Answered(Reply reply) -> reply;
            case Modules.Way.On _ -> throw new Refused(new Refusal.ReceiverMissing());
        };
    }

    private static Outcome answered(Reply reply, Routing asked) {
        return new Outcome.Answered(reply, asked);
    }

    /** Where the sender named nobody, the answer says who it was (OCPI 2.2.1 §4.1.7.4). */
    private static Routing answeredBy(Routing asked, PartyId party) {
        return asked.swapped().headers().get(HeaderNames.FROM_PARTY_ID).isPresent()
                ? asked
                : asked.to(party);
    }
}
