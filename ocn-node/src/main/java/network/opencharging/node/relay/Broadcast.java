package network.opencharging.node.relay;

import network.opencharging.node.message.Outcome;
import network.opencharging.node.message.Refusal;
import network.opencharging.node.message.Refused;
import network.opencharging.node.message.Reply;
import network.opencharging.node.message.Verified;
import network.opencharging.node.step.rewrite.GatheredPages;
import network.opencharging.protocol.party.PartyId;
import network.opencharging.protocol.route.RouteKey;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.util.Arrays;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.LongSupplier;
import java.util.stream.Collectors;

/**
 * Broadcast Push: the sender is answered at once, the copies follow. One party that refuses or
 * hangs takes nothing from the others; how it ended is told per party to the log and the observer,
 * never to the sender.
 *
 * <p>What one party says of one object comes to each party in the order in which it was said: the
 * sender, who is answered at once, cannot wait for it, and a change that overtakes its object is
 * lost.
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
    private final Lanes lanes;
    private final Semaphore places = new Semaphore(AT_ONCE);
    private final AtomicInteger waiting = new AtomicInteger();

    /**
     * Spreads messages.
     *
     * @param threads one for each copy that may go; closed by its owner, who waits for the copies
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
        this.lanes = new Lanes(threads);
    }

    Reply spread(Verified verified, List<PartyId> parties) {
        if (waiting.addAndGet(parties.size()) > WAITING) {
            waiting.addAndGet(-parties.size());
            throw new Refused(new Refusal.Crowded());
        }
        parties.forEach(party -> lanes.add(Lane.of(verified, party), () -> copy(verified, party)));
        return answers.accepted(verified.message());
    }

    /**
     * What keeps its order.
     *
     * @param object module, owner and id; that of a request which names no object is its own
     */
    private record Lane(PartyId sender, PartyId receiver, String object) {
        private static final int OWNER_AND_ID = 3;

        static Lane of(Verified verified, PartyId receiver) {
            RouteKey key = verified.message().target().key();
            String path =
                    Arrays.stream(key.path().split("/", -1))
                            .limit(OWNER_AND_ID)
                            .collect(Collectors.joining("/"));
            return new Lane(
                    verified.sender().party(),
                    receiver,
                    key.module()
                            + " "
                            + (path.isEmpty() ? verified.message().ids().requestId() : path));
        }
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
