package network.opencharging.node.relay;

import network.opencharging.node.message.Addressed;
import network.opencharging.node.message.Audience;
import network.opencharging.node.message.Authenticated;
import network.opencharging.node.message.LogKeys;
import network.opencharging.node.message.Outcome;
import network.opencharging.node.message.Received;
import network.opencharging.node.message.RelayEvent;
import network.opencharging.node.message.Sender;
import network.opencharging.node.message.Verified;
import network.opencharging.protocol.party.PartyId;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.MDC;

import java.time.Duration;
import java.util.Optional;
import java.util.function.LongSupplier;

/** What is learnt about one message on its way: for the log, and for who observes. */
final class Journey implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Relay.class);

    private final Received received;
    private final RelayObserver observer;
    private final Trail trail;
    private Optional<Sender> sender = Optional.empty();
    private Optional<PartyId> receiver = Optional.empty();

    Journey(Received received, RelayObserver observer, LongSupplier nanoseconds) {
        this.received = received;
        this.observer = observer;
        this.trail = new Trail(nanoseconds);
        MDC.put(LogKeys.CORRELATION, received.message().ids().correlationId());
        MDC.put(LogKeys.REQUEST, received.message().ids().requestId());
    }

    Trail trail() {
        return trail;
    }

    Authenticated note(Authenticated stage) {
        sentBy(stage.sender());
        return trail.note(stage);
    }

    Addressed note(Addressed stage) {
        meantFor(stage.audience());
        return trail.note(stage);
    }

    Verified note(Verified stage) {
        return trail.note(stage);
    }

    /** One copy of what goes to many: who sends was proved before. */
    void copyFor(Sender proved, PartyId party) {
        sentBy(proved);
        meantFor(new Audience.One(party));
    }

    private void sentBy(Sender proved) {
        sender = Optional.of(proved);
        MDC.put(LogKeys.SENDER, proved.party().toString());
    }

    private void meantFor(Audience audience) {
        receiver =
                switch (audience) {
                    case Audience.One(PartyId party) -> Optional.of(party);
                    case Audience.Everyone _,
                            Audience.GatherAll _,
                            Audience.WhoeverKnows _,
                            Audience.Hub _ ->
                            Optional.empty();
                };
        receiver.ifPresent(party -> MDC.put(LogKeys.RECEIVER, party.toString()));
    }

    Outcome ended(Outcome outcome) {
        Duration took = trail.since();
        switch (outcome) {
            case Outcome.Answered answered ->
                    LOG.debug(
                            "{} answered with HTTP {} in {} ms",
                            received.message().target(),
                            answered.reply().status(),
                            took.toMillis());
            case Outcome.Declined declined -> {
                trail.refused(declined.refusal());
                LOG.info("{} declined: {}", received.message().target(), declined.refusal());
            }
        }
        observer.on(new RelayEvent(received, sender, receiver, outcome, trail.steps(), took));
        return outcome;
    }

    @Override
    public void close() {
        MDC.remove(LogKeys.CORRELATION);
        MDC.remove(LogKeys.REQUEST);
        MDC.remove(LogKeys.SENDER);
        MDC.remove(LogKeys.RECEIVER);
    }
}
