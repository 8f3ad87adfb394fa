package network.opencharging.node.relay;

import network.opencharging.node.message.Outcome;
import network.opencharging.node.message.Refusal;
import network.opencharging.node.message.Refused;
import network.opencharging.node.message.Reply;
import network.opencharging.node.message.Verified;
import network.opencharging.node.step.rewrite.GatheredPages;
import network.opencharging.protocol.party.PartyId;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.LongSupplier;

/**
 * Broadcast Push: the sender is answered at once, the copies follow. One party that refuses or
 * hangs takes nothing from the others; how it ended is told per party to the log and the observer,
 * never to the sender.
 */
public final class Broadcast {
    private static final Logger LOG = LoggerFactory.getLogger(Broadcast.class);

    /** Copies on their way at once, and copies that wait for that. */
    private static final int AT_ONCE = 64;

    private static final int WAITING = 100_000;

    private final Delivery delivery;
    private final GatheredPages answers;
    private final RelayObserver observer;
    private final LongSupplier nanoseconds;
    private final ExecutorService threads;
    private final Semaphore places = new Semaphore(AT_ONCE);
    private final AtomicInteger waiting = new AtomicInteger();

    /**
     * Spreads messages.
     *
     * @param threads one for each copy; closed by its owner, who waits for the copies
     */
    public Broadcast(
            Delivery delivery,
            GatheredPages answers,
            RelayObserver observer,
            LongSupplier nanoseconds,
            ExecutorService threads) {
        this.delivery = delivery;
        this.answers = answers;
        this.observer = observer;
        this.nanoseconds = nanoseconds;
        this.threads = threads;
    }

    Reply spread(Verified verified, List<PartyId> parties) {
        if (waiting.addAndGet(parties.size()) > WAITING) {
            waiting.addAndGet(-parties.size());
            throw new Refused(new Refusal.Crowded());
        }
        parties.forEach(party -> threads.execute(() -> copy(verified, party)));
        return answers.accepted(verified.message());
    }

    /** The outermost loop of a thread: a fault costs one party one copy. */
    private void copy(Verified verified, PartyId party) {
        places.acquireUninterruptibly();
        try (Journey journey =
                new Journey(
                        observer.begins(verified.addressed().authenticated().received()),
                        observer,
                        nanoseconds)) {
            journey.copyFor(verified.sender(), party);
            journey.ended(outcome(verified, party, journey.trail()));
        } catch (RuntimeException e) {
            LOG.error("a fault of this node, please report it", e);
        } finally {
            places.release();
            waiting.decrementAndGet();
        }
    }

    private Outcome outcome(Verified verified, PartyId party, Trail trail) {
        try {
            return new Outcome.Answered(
                    delivery.deliver(verified, party, trail),
                    verified.message().routing().to(party));
        } catch (Refused refused) {
            return new Outcome.Declined(refused.refusal());
        }
    }
}
