package network.opencharging.node.journal;

import network.opencharging.node.message.Arrival;
import network.opencharging.node.message.Message;
import network.opencharging.node.message.RelayEvent;
import network.opencharging.protocol.message.RoutingHeaders;
import network.opencharging.protocol.party.PartyId;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.LongSupplier;

/**
 * Recognises a request that a platform sends again (OCPI 2.2.1 §4.2: the id is unique per request).
 * It passes all the same: whether it may be done twice only its receiver knows. But it is told in
 * the log, because somebody repeats what he should not, or uses one id for everything.
 */
public final class RecentRequests {
    private static final Logger LOG = LoggerFactory.getLogger(RecentRequests.class);
    private static final long WINDOW = Duration.ofMinutes(5).toNanos();

    private final int most;
    private final LongSupplier nanoseconds;
    private final SequencedMap<Key, Long> seen = new LinkedHashMap<>();
    private final ReentrantLock lock = new ReentrantLock();

    private record Key(PartyId sender, String requestId) {}

    /**
     * Remembers the requests of five minutes.
     *
     * @param most how many at most; the oldest go first
     * @param nanoseconds a clock that never goes back
     */
    public RecentRequests(int most, LongSupplier nanoseconds) {
        this.most = most;
        this.nanoseconds = nanoseconds;
    }

    /** Whether the platform sent this request before; from now on it did. */
    public boolean isRepeated(RelayEvent event) {
        boolean own = event.received().arrival() instanceof Arrival.FromPlatform && !isCopy(event);
        if (!own || event.sender().isEmpty()) {
            return false;
        }
        String id = event.received().message().ids().requestId();
        PartyId sender = event.sender().get().party();
        boolean repeated = note(new Key(sender, id));
        if (repeated) {
            LOG.info("{} sent the request {} again", sender, id);
        }
        return repeated;
    }

    private boolean note(Key key) {
        long now = nanoseconds.getAsLong();
        lock.lock();
        try {
            Long before = seen.remove(key);
            seen.putLast(key, now);
            if (seen.size() > most) {
                seen.pollFirstEntry();
            }
            return before != null && now - before < WINDOW;
        } finally {
            lock.unlock();
        }
    }

    /** A copy of what was sent to everybody names the hub and goes to somebody else. */
    private static boolean isCopy(RelayEvent event) {
        Message message = event.received().message();
        Optional<PartyId> named =
                message.routing().read() instanceof RoutingHeaders.Reading.Read(var routing)
                        ? routing.to()
                        : Optional.empty();
        return named.isPresent() && event.receiver().isPresent() && !named.equals(event.receiver());
    }
}
