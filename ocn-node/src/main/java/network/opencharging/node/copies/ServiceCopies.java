package network.opencharging.node.copies;

import network.opencharging.node.message.Addressed;
import network.opencharging.node.message.Audience;
import network.opencharging.node.message.Authenticated;
import network.opencharging.node.message.Message;
import network.opencharging.node.message.Outcome;
import network.opencharging.node.message.RelayEvent;
import network.opencharging.node.message.Sender;
import network.opencharging.node.message.Verified;
import network.opencharging.node.message.Vouching;
import network.opencharging.node.relay.Copying;
import network.opencharging.protocol.party.PartyId;
import network.opencharging.registry.consent.Consent;
import network.opencharging.registry.consent.Consents;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.util.concurrent.ExecutorService;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Sends copies of what parties of this node have sent, once it was answered, to the services that
 * they have agreed to, behind the messages' backs. A service that is slow costs nobody anything:
 * beyond a number of waiting copies more are dropped and counted.
 */
public final class ServiceCopies {
    private static final Logger LOG = LoggerFactory.getLogger(ServiceCopies.class);
    private static final int AT_ONCE = 64;
    private static final int WAITING = 10_000;

    private final Consents consents;
    private final Copying copying;
    private final ExecutorService threads;
    private final Semaphore places = new Semaphore(AT_ONCE);
    private final AtomicInteger waiting = new AtomicInteger();
    private final AtomicLong dropped = new AtomicLong();

    /**
     * Copies by these agreements.
     *
     * @param threads one for each copy
     */
    public ServiceCopies(Consents consents, Copying copying, ExecutorService threads) {
        this.consents = consents;
        this.copying = copying;
        this.threads = threads;
    }

    /** A message has passed, or not; returns at once. */
    public void on(RelayEvent event) {
        boolean own = event.sender().orElse(null) instanceof Sender.Local;
        boolean passed = event.outcome() instanceof Outcome.Answered;
        if (own && passed && event.receiver().isPresent()) {
            copy(event, event.sender().get(), event.receiver().get());
        }
    }

    /** How many copies were dropped since the start. */
    public long dropped() {
        return dropped.get();
    }

    private void copy(RelayEvent event, Sender sender, PartyId receiver) {
        Message message = event.received().message();
        consents.of(sender.party()).stream()
                .filter(consent ->
                        consent.covers(message.target().module(), message.target().role()))
                .map(Consent::service)
                .filter(service -> !service.equals(receiver) && !service.equals(sender.party()))
                .distinct()
                .forEach(service -> hand(verified(event, sender, receiver), service));
    }

    /** It has passed, so its signature was good. */
    private static Verified verified(RelayEvent event, Sender sender, PartyId receiver) {
        boolean signed = event.received().message().signature().isPresent();
        return new Verified(
                new Addressed(
                        new Authenticated(event.received(), sender), new Audience.One(receiver)),
                signed ? Vouching.SIGNED : Vouching.UNSIGNED);
    }

    private void hand(Verified verified, PartyId service) {
        if (waiting.incrementAndGet() > WAITING) {
            waiting.decrementAndGet();
            dropped.incrementAndGet();
            return;
        }
        threads.execute(() -> send(verified, service));
    }

    /** The outermost loop of a thread: a fault costs one service one copy. */
    private void send(Verified verified, PartyId service) {
        places.acquireUninterruptibly();
        try {
            copying.copy(verified, service)
                    .ifPresent(why ->
                            LOG.info(
                                    "service {} did not get a copy of {}'s message: {}",
                                    service,
                                    verified.sender().party(),
                                    why));
        } catch (RuntimeException e) {
            LOG.error("a fault of this node, please report it", e);
        } finally {
            places.release();
            waiting.decrementAndGet();
        }
    }
}
