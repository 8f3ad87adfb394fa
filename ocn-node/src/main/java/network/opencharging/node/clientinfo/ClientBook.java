package network.opencharging.node.clientinfo;

import network.opencharging.node.platform.ConnectedPlatform;
import network.opencharging.node.platform.ConnectionStatus;
import network.opencharging.node.platform.Platform;
import network.opencharging.node.platform.Platforms;
import network.opencharging.protocol.party.PartyId;
import network.opencharging.protocol.party.Role;
import network.opencharging.registry.directory.Directory;
import network.opencharging.registry.directory.Operator;
import network.opencharging.registry.directory.Party;
import network.opencharging.registry.directory.Snapshot;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.ReentrantLock;

/**
 * All clients of the network as this node sees them: the parties connected here with their state,
 * those listed here and not connected as PLANNED, and those of other nodes as their node says, or
 * CONNECTED until it says anything. Who was there and is gone is SUSPENDED, which replaces deletion
 * (OCPI 2.2.1 §15.2.1).
 *
 * <p>It looks whenever it is asked, and remembers what it saw, so that a change has a time and is
 * news exactly once.
 */
public final class ClientBook {
    private final Platforms platforms;
    private final Directory directory;
    private final Operator self;
    private final Clock clock;
    private final SayingStore sayings;
    private final Map<Key, Sight> said = new ConcurrentHashMap<>();
    private final Map<Key, ClientInfo> known = new HashMap<>();
    private final List<ClientInfo> news = new ArrayList<>();
    private final ReentrantLock lock = new ReentrantLock();
    private boolean looked;
    private Seen seen = new Seen(Snapshot.empty(), List.of());
    private List<ClientInfo> sorted = List.of();
    private volatile boolean heard = true;
    private long heardUntil = -1;

    /** A book of what these know; what other nodes said before is known after {@link #recall()}. */
    public ClientBook(
            Platforms platforms,
            Directory directory,
            Operator self,
            SayingStore sayings,
            Clock clock) {
        this.platforms = platforms;
        this.directory = directory;
        this.self = self;
        this.sayings = sayings;
        this.clock = clock;
    }

    /** One of them. */
    private record Key(PartyId party, Role role) {}

    /** What was looked at: both are exchanged as a whole when anything in them changes. */
    private record Seen(Snapshot directory, List<Platform> platforms) {
        @SuppressWarnings("ReferenceEquality") // the very same, not one like it
        boolean isStill(Snapshot directoryNow, List<Platform> platformsNow) {
            return directory == directoryNow && platforms == platformsNow;
        }
    }

    /** How it is seen now, and since when if that is known. */
    private record Sight(ConnectionStatus status, Instant since) {}

    /**
     * Everybody, the longest unchanged first; of equals by party and role. Always the same list
     * until something changes: who asks again costs nothing, however many they are.
     */
    public List<ClientInfo> all() {
        lock.lock();
        try {
            look();
            return sorted;
        } finally {
            lock.unlock();
        }
    }

    /** What has changed since this was asked last, in order; nothing when asked first. */
    public List<ClientInfo> news() {
        lock.lock();
        try {
            look();
            List<ClientInfo> told = List.copyOf(news);
            news.clear();
            return told;
        } finally {
            lock.unlock();
        }
    }

    /** What another node says of a party it carries; whether it may is for the caller to check. */
    public void hear(PartyId party, Role role, ConnectionStatus status) {
        Sight before = said.get(new Key(party, role));
        if (before == null || before.status() != status) {
            Saying saying = new Saying(party, role, status, clock.instant());
            sayings.keep(saying);
            remember(saying);
        }
    }

    /** Reads what other nodes said to other processes of this node, or before the last restart. */
    public void recall() {
        lock.lock();
        try {
            SayingStore.Later later = sayings.later(heardUntil);
            later.sayings().forEach(this::remember);
            heardUntil = later.number();
        } finally {
            lock.unlock();
        }
    }

    private void remember(Saying saying) {
        said.put(new Key(saying.party(), saying.role()), new Sight(saying.status(), saying.at()));
        heard = true;
    }

    /** Whether this party is at a platform of this node. */
    public boolean isHere(PartyId party) {
        return !platforms.byParty(party).isEmpty();
    }

    /** Whether this is the operator of this very node. */
    boolean isSelf(Operator operator) {
        return operator.address().equals(self.address());
    }

    private void look() {
        Snapshot directoryNow = directory.snapshot();
        List<Platform> platformsNow = platforms.all();
        if (!heard && seen.isStill(directoryNow, platformsNow)) {
            return;
        }
        heard = false;
        seen = new Seen(directoryNow, platformsNow);
        compare();
        sorted =
                known.values().stream()
                        .sorted(
                                Comparator.comparing(ClientInfo::lastUpdated)
                                        .thenComparing(ClientInfo::party)
                                        .thenComparing(ClientInfo::role))
                        .toList();
    }

    private void compare() {
        Map<Key, Sight> now = sights(seen.directory());
        now.forEach(this::note);
        for (Key key : List.copyOf(known.keySet())) {
            if (!now.containsKey(key)) {
                note(key, new Sight(ConnectionStatus.SUSPENDED, clock.instant()));
            }
        }
        if (directory.freshness().loaded()) {
            said.keySet().retainAll(now.keySet());
        }
        looked = true;
    }

    private void note(Key key, Sight sight) {
        ClientInfo before = known.get(key);
        if (before != null && before.status() == sight.status()) {
            return;
        }
        Instant changed = before == null && !looked ? sight.since() : clock.instant();
        ClientInfo client = new ClientInfo(key.party(), key.role(), sight.status(), changed);
        known.put(key, client);
        if (looked) {
            news.add(client);
        }
    }

    private Map<Key, Sight> sights(Snapshot listed) {
        Instant now = clock.instant();
        Map<Key, Sight> sights = new HashMap<>();
        for (Party party : listed.parties()) {
            if (party.admitted()) {
                party.roles()
                        .forEach(role -> {
                            Key key = new Key(party.id(), role);
                            sights.put(key, listed(party, key, now));
                        });
            }
        }
        for (ConnectedPlatform platform : platforms.allConnected()) {
            Sight sight = new Sight(platform.status(), platform.revision().at());
            platform.roles().forEach(role -> sights.put(new Key(role.party(), role.role()), sight));
        }
        return sights;
    }

    private Sight listed(Party party, Key key, Instant now) {
        return party.operator().equals(self.address())
                ? new Sight(ConnectionStatus.PLANNED, now)
                : said.getOrDefault(key, new Sight(ConnectionStatus.CONNECTED, now));
    }
}
