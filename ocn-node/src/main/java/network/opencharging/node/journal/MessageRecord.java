package network.opencharging.node.journal;

import network.opencharging.node.message.Arrival;
import network.opencharging.node.message.Message;
import network.opencharging.node.message.Outcome;
import network.opencharging.node.message.RelayEvent;
import network.opencharging.protocol.message.Body;
import network.opencharging.protocol.message.EnvelopeGlance;
import network.opencharging.protocol.message.MessageIds;
import network.opencharging.protocol.party.PartyId;

import java.time.Instant;
import java.util.Optional;

/**
 * One message on its way through this node, without its content.
 *
 * @param at when it ended
 * @param ids its ids as they came in
 * @param sender who sent it; empty when that was not proved
 * @param receiver for whom it was; empty when that was not understood, or for many
 * @param what module, side and method
 * @param fromNode whether another node sent it, not a platform
 * @param signed whether a party had signed it
 * @param repeated whether the platform had sent it before
 * @param ending how it ended
 * @param milliseconds how long it took
 */
public record MessageRecord(
        Instant at,
        MessageIds ids,
        Optional<PartyId> sender,
        Optional<PartyId> receiver,
        What what,
        boolean fromNode,
        boolean signed,
        boolean repeated,
        Ending ending,
        long milliseconds) {
    /** Larger answers are not looked into again: their OCPI status stays unknown. */
    private static final int LOOKED_INTO = 16 * 1024;

    /**
     * What was asked.
     *
     * @param module the module
     * @param role the side of it
     * @param method the HTTP method
     */
    public record What(String module, String role, String method) {}

    /**
     * How it ended.
     *
     * @param http the receiver's HTTP status; 0 when the node refused
     * @param ocpi the receiver's OCPI status, where it was looked for
     * @param refusal why the node refused; empty when the receiver answered
     */
    public record Ending(int http, Optional<Integer> ocpi, Optional<String> refusal) {}

    /** What is to be remembered of an event. */
    public static MessageRecord of(RelayEvent event, boolean repeated, Instant at) {
        Message message = event.received().message();
        return new MessageRecord(
                at,
                message.ids(),
                event.sender().map(sender -> sender.party()),
                event.receiver(),
                new What(
                        message.target().module().value(),
                        message.target().role().name(),
                        message.target().method().name()),
                event.received().arrival() instanceof Arrival.FromNode,
                message.signature().isPresent(),
                repeated,
                ending(event.outcome()),
                event.took().toMillis());
    }

    private static Ending ending(Outcome outcome) {
        return switch (outcome) {
            case Outcome.Answered(var reply, var _) ->
                    new Ending(reply.status(), status(reply.body()), Optional.empty());
            case Outcome.Declined(var refusal) ->
                    new Ending(
                            0, Optional.empty(), Optional.of(refusal.getClass().getSimpleName()));
        };
    }

    private static Optional<Integer> status(Body body) {
        return body.size() > LOOKED_INTO
                ? Optional.empty()
                : EnvelopeGlance.at(body).map(envelope -> envelope.status().code());
    }
}
