package network.opencharging.node.relay;

import network.opencharging.node.message.Audience;
import network.opencharging.node.message.LogKeys;
import network.opencharging.node.message.Outcome;
import network.opencharging.node.message.Received;
import network.opencharging.node.message.RelayEvent;
import network.opencharging.node.message.Sender;
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
    private final LongSupplier nanoseconds;
    private final long started;
    private Optional<Sender> sender = Optional.empty();
    private Optional<PartyId> receiver = Optional.empty();

    Journey(Received received, RelayObserver observer, LongSupplier nanoseconds) {
        this.received = received;
        this.observer = observer;
        this.nanoseconds = nanoseconds;
        this.started = nanoseconds.getAsLong();
        MDC.put(LogKeys.CORRELATION, received.message().ids().correlationId());
        MDC.put(LogKeys.REQUEST, received.message().ids().requestId());
    }

    void sentBy(Sender proved) {
        sender = Optional.of(proved);
        MDC.put(LogKeys.SENDER, proved.party().toString());
    }

    void meantFor(Audience audience) {
        receiver =
                switch (audience) {
                    case Audience.One(PartyId party) -> Optional.of(party);
                    case Audience.Everyone _, Audience.GatherAll _ -> Optional.empty();
                };
        receiver.ifPresent(party -> MDC.put(LogKeys.RECEIVER, party.toString()));
    }

    Outcome ended(Outcome outcome) {
        Duration took = Duration.ofNanos(nanoseconds.getAsLong() - started);
        switch (outcome) {
            case Outcome.Answered answered ->
                    LOG.debug(
                            "{} answered with HTTP {} in {} ms",
                            received.message().target(),
                            answered.reply().status(),
                            took.toMillis());
            case Outcome.Declined declined ->
                    LOG.info("{} declined: {}", received.message().target(), declined.refusal());
        }
        observer.on(new RelayEvent(received, sender, receiver, outcome, took));
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
