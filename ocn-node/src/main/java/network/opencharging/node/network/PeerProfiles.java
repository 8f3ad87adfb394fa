package network.opencharging.node.network;

import network.opencharging.protocol.key.Address;
import network.opencharging.registry.directory.Operator;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * What other nodes read: as configured, as found out, or the form that most of them read. Asking
 * them is somebody else's work; here stands who is to be asked, and when.
 *
 * <p>A node is asked once a day, because its operator may have renewed it; soon again when it was
 * silent, when it moved, and when its answer to a message looked as if it could not read it.
 */
public final class PeerProfiles {
    private static final Duration WHEN_KNOWN = Duration.ofDays(1);
    private static final Duration WHEN_IN_DOUBT = Duration.ofMinutes(1);

    private final Map<Address, PeerProfile> configured;
    private final PeerStore store;
    private final Clock clock;
    private final Map<Address, KnownPeer> found = new ConcurrentHashMap<>();
    private final Map<Address, Asked> asked = new ConcurrentHashMap<>();

    /**
     * When somebody was asked last, and when next.
     *
     * @param doubted whether it is because of an answer that this process was given
     */
    private record Asked(Instant last, Instant next, boolean doubted) {}

    /**
     * Nothing is known before {@link #recall()}.
     *
     * @param configured what the nodes of these operators read; they are never asked
     * @param store keeps what is found out
     */
    public PeerProfiles(Map<Address, PeerProfile> configured, PeerStore store, Clock clock) {
        this.configured = Map.copyOf(configured);
        this.store = store;
        this.clock = clock;
    }

    /**
     * Reads what was found out before the last restart, or by another process. Only what is news
     * settles when a node is asked again: who is silent or in doubt stays so.
     */
    public void recall() {
        store.load().stream().filter(this::isNews).forEach(this::remember);
    }

    private boolean isNews(KnownPeer peer) {
        KnownPeer known = found.get(peer.operator().address());
        return known == null || peer.at().isAfter(known.at());
    }

    /** What the operator's node reads. */
    public PeerProfile of(Operator operator) {
        PeerProfile fixed = configured.get(operator.address());
        if (fixed != null) {
            return fixed;
        }
        KnownPeer peer = found.get(operator.address());
        return peer == null ? PeerProfile.OPEN : peer.profile();
    }

    /** Whether what it reads is configured. */
    public boolean isConfigured(Operator operator) {
        return configured.containsKey(operator.address());
    }

    /** When it said what it reads, if it ever did. */
    public Optional<Instant> foundAt(Operator operator) {
        return Optional.ofNullable(found.get(operator.address())).map(KnownPeer::at);
    }

    /** Whether the node is to be asked now. */
    public boolean isDue(Operator operator) {
        if (configured.containsKey(operator.address())) {
            return false;
        }
        KnownPeer peer = found.get(operator.address());
        Asked before = asked.get(operator.address());
        boolean moved = peer != null && !peer.operator().url().equals(operator.url());
        Instant next =
                before == null ? Instant.MIN : moved ? soonAfter(before.last()) : before.next();
        return !clock.instant().isBefore(next);
    }

    /** The same, because an answer that was given to this process raised doubts. */
    public boolean isInDoubt(Operator operator) {
        Asked before = asked.get(operator.address());
        return before != null && before.doubted() && isDue(operator);
    }

    /** It was asked, and this is what it reads. */
    public void found(Operator operator, PeerProfile profile) {
        // As exact as every database keeps it, so that what is read back is not taken for news.
        Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        KnownPeer peer = new KnownPeer(operator, profile, now);
        remember(peer);
        store.save(peer);
    }

    /** It was asked and did not answer: what was known of it stays. */
    public void silent(Operator operator) {
        Instant now = clock.instant();
        asked.put(operator.address(), new Asked(now, now.plus(WHEN_IN_DOUBT), false));
    }

    /** Its answer looked as if it could not read what it was sent. Returns at once. */
    public void doubt(Operator operator) {
        asked.computeIfPresent(
                operator.address(),
                (_, before) -> new Asked(before.last(), soonAfter(before.last()), true));
    }

    private void remember(KnownPeer peer) {
        Address address = peer.operator().address();
        found.put(address, peer);
        asked.put(address, new Asked(peer.at(), peer.at().plus(WHEN_KNOWN), false));
    }

    private static Instant soonAfter(Instant last) {
        return last.plus(WHEN_IN_DOUBT);
    }
}
