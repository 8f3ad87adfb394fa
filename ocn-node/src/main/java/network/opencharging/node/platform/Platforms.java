package network.opencharging.node.platform;

import network.opencharging.protocol.party.PartyId;
import network.opencharging.protocol.party.Role;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.ReentrantLock;

/**
 * All platforms of this node. Questions are answered from memory, without a query; a write goes to
 * the store first and becomes visible when it is stored there.
 */
public final class Platforms {
    private final PlatformStore store;
    private final Clock clock;
    private final ReentrantLock writing = new ReentrantLock();
    private final boolean shared;
    private final AtomicLong looks = new AtomicLong();
    private volatile Snapshot snapshot = new Snapshot(List.of());
    private long number = -1;

    /** Nobody is known before {@link #refresh()}; nobody else writes into the store. */
    public Platforms(PlatformStore store, Clock clock) {
        this(store, clock, false);
    }

    /**
     * Nobody is known before {@link #refresh()}.
     *
     * @param shared whether other processes write into the store, too
     */
    public Platforms(PlatformStore store, Clock clock, boolean shared) {
        this.store = store;
        this.clock = clock;
        this.shared = shared;
    }

    /** Reads what is new in the store: at start, and when somebody else may have written. */
    public void refresh() {
        writing.lock();
        try {
            PlatformStore.Later later = store.later(number);
            snapshot = snapshot.with(later.written(), later.gone());
            number = later.number();
        } finally {
            writing.unlock();
        }
    }

    /**
     * A platform may show a token to this process a moment after it got it from another one: before
     * it is refused, the store is asked whether anything is new. All who wait are content with one
     * question that was begun after they came, so strangers cannot make more than one at a time.
     */
    private void catchUp() {
        long before = looks.get();
        writing.lock();
        try {
            if (looks.get() == before) {
                looks.incrementAndGet();
                if (store.newest() > number) {
                    refresh();
                }
            }
        } finally {
            writing.unlock();
        }
    }

    private Optional<Platform> byToken(TokenHash token) {
        Optional<Platform> known = snapshot.byToken(token);
        if (known.isPresent() || !shared) {
            return known;
        }
        catchUp();
        return snapshot.byToken(token);
    }

    /**
     * The registered platform that enters with this token (C, or the one before it for a short
     * while after a rotation). Its status may be SUSPENDED: the caller decides what that means.
     *
     * <p>The first use of a new token voids the one before it, which is one write; all other calls
     * write nothing.
     */
    public Optional<ConnectedPlatform> byInboundToken(TokenHash token) {
        Instant now = clock.instant();
        Optional<ConnectedPlatform> found =
                connected(byToken(token)).filter(platform -> platform.inbound().accept(token, now));
        return found.map(platform -> {
            boolean first =
                    platform.inbound().previous().isPresent()
                            && platform.inbound().current().equals(token);
            return first ? settled(platform, now) : platform;
        });
    }

    /** As it is stored then, so that whoever goes on with it can write it. */
    private ConnectedPlatform settled(ConnectedPlatform platform, Instant now) {
        return save(platform.with(platform.inbound().withoutPrevious(), now))
                        instanceof Written.Stored(ConnectedPlatform stored)
                ? stored
                : platform;
    }

    /** The planned platform whose invitation this token is, while it is open. */
    public Optional<PlannedPlatform> byInvitation(TokenHash token) {
        Instant now = clock.instant();
        return byToken(token)
                .flatMap(platform ->
                        platform instanceof PlannedPlatform planned
                                ? Optional.of(planned)
                                : Optional.empty())
                .filter(planned -> planned.invitation().isOpen(now));
    }

    /** The platform that speaks for the party in this role. */
    public Optional<ConnectedPlatform> byParty(PartyId party, Role role) {
        return snapshot.byParty(party).stream()
                .filter(platform -> platform.speaksFor(party, role))
                .findFirst();
    }

    /**
     * The platforms that speak for the party: one, or several when it has connected its roles
     * separately.
     */
    public List<ConnectedPlatform> byParty(PartyId party) {
        return snapshot.byParty(party);
    }

    /** The platform of this id. */
    public Optional<Platform> byId(PlatformId id) {
        return snapshot.byId(id);
    }

    /** Every platform, in no particular order. */
    public List<Platform> all() {
        return snapshot.all();
    }

    /** Every registered platform, whatever its status. */
    public List<ConnectedPlatform> allConnected() {
        return snapshot.all().stream()
                .flatMap(platform -> connected(Optional.of(platform)).stream())
                .toList();
    }

    /** Stores a new or changed platform; see {@link PlatformStore#save}. */
    public Written save(Platform platform) {
        writing.lock();
        try {
            Written written = store.save(platform);
            if (written instanceof Written.Stored stored) {
                snapshot = snapshot.with(List.of(stored.platform()), Set.of());
            }
            return written;
        } finally {
            writing.unlock();
        }
    }

    /** Removes a platform; both its tokens are void at once. */
    public Written remove(Platform platform) {
        writing.lock();
        try {
            Written written = store.remove(platform);
            if (written instanceof Written.Stored) {
                snapshot = snapshot.with(List.of(), Set.of(platform.id()));
            }
            return written;
        } finally {
            writing.unlock();
        }
    }

    private static Optional<ConnectedPlatform> connected(Optional<Platform> platform) {
        return platform.flatMap(found ->
                found instanceof ConnectedPlatform connected
                        ? Optional.of(connected)
                        : Optional.empty());
    }
}
