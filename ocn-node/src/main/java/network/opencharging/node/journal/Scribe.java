package network.opencharging.node.journal;

import network.opencharging.node.message.Arrival;
import network.opencharging.node.message.Message;
import network.opencharging.node.message.Outcome;
import network.opencharging.node.message.Refusal;
import network.opencharging.node.message.RelayEvent;
import network.opencharging.node.message.TurnedAway;
import network.opencharging.protocol.message.Body;
import network.opencharging.protocol.message.EnvelopeGlance;

import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.regex.Pattern;

/** Makes records of events. */
public final class Scribe {
    /** Larger answers are not looked into again: their OCPI status stays unknown. */
    private static final int LOOKED_INTO = 16 * 1024;

    private static final Pattern METHOD = Pattern.compile("[A-Z]{1,8}");
    private static final String NOTHING = "none";

    private final Supplier<String> ids;
    private final RecentRequests requests;
    private final Function<Refusal, MessageRecord.Ending> codes;
    private final Clock clock;

    /**
     * A scribe.
     *
     * @param ids a fresh id for each record
     * @param requests recognises what was sent before
     * @param codes how a refusal looks to the sender
     */
    public Scribe(
            Supplier<String> ids,
            RecentRequests requests,
            Function<Refusal, MessageRecord.Ending> codes,
            Clock clock) {
        this.ids = ids;
        this.requests = requests;
        this.codes = codes;
        this.clock = clock;
    }

    /** What is to be remembered of an event. */
    public MessageRecord record(RelayEvent event) {
        Message message = event.received().message();
        return new MessageRecord(
                ids.get(),
                clock.instant(),
                message.ids(),
                event.sender().map(sender -> sender.party()),
                event.receiver(),
                new MessageRecord.What(
                        message.target().module().value(),
                        message.target().role().name(),
                        message.target().method().name()),
                event.received().arrival() instanceof Arrival.FromNode,
                message.signature().isPresent(),
                requests.isRepeated(event),
                ending(event.outcome()),
                event.took().toMillis(),
                event.path());
    }

    /** What is to be remembered of a request that came no further than the door. */
    public MessageRecord record(TurnedAway request) {
        return new MessageRecord(
                ids.get(),
                clock.instant(),
                request.ids(),
                Optional.empty(),
                Optional.empty(),
                new MessageRecord.What(
                        request.asked().map(it -> it.module().value()).orElse(NOTHING),
                        request.asked().map(it -> it.role().name()).orElse(NOTHING),
                        METHOD.matcher(request.method()).matches() ? request.method() : NOTHING),
                request.fromNode(),
                false,
                false,
                codes.apply(request.refusal()),
                0,
                List.of());
    }

    private MessageRecord.Ending ending(Outcome outcome) {
        return switch (outcome) {
            case Outcome.Answered(var reply, var _) ->
                    new MessageRecord.Ending(
                            reply.status(), status(reply.body()), Optional.empty());
            case Outcome.Declined(var refusal) -> codes.apply(refusal);
        };
    }

    private static Optional<Integer> status(Body body) {
        return body.size() > LOOKED_INTO
                ? Optional.empty()
                : EnvelopeGlance.at(body).map(envelope -> envelope.status().code());
    }
}
