package network.opencharging.cpo.session;

import network.opencharging.cpo.device.PortId;
import network.opencharging.cpo.effect.Effect;
import network.opencharging.cpo.unit.SessionId;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Stream;

/** Runs every charge: what is heard of it is decided by the rules, stored, and then told on. */
public final class EvseManager {
    private static final Logger LOG = LoggerFactory.getLogger(EvseManager.class);
    private static final int LOCKS = 256;
    private final SessionStore store;
    private final SessionRules rules;
    private final Clock clock;
    private final Object[] locks = Stream.generate(Object::new).limit(LOCKS).toArray();
    private final Map<PortId, ChargeSession> occupied = new ConcurrentHashMap<>();
    private final List<SessionListener> listeners = new CopyOnWriteArrayList<>();

    /** Knows all that occupy a port. */
    public EvseManager(SessionStore store, SessionRules rules, Clock clock) {
        this.store = store;
        this.rules = rules;
        this.clock = clock;
        store.occupying().forEach(session -> occupied.put(port(session), session));
    }

    private static PortId port(ChargeSession session) {
        return session.opening().place().port();
    }

    /** Tells it of every change from now on. */
    public void listens(SessionListener listener) {
        listeners.add(listener);
    }

    /** Stores a new session; empty when another one has its port. */
    public Optional<ChargeSession> open(ChargeSession fresh, List<Effect> effects) {
        return switch (store.open(fresh, effects)) {
            case SessionStore.Opened.Stored(ChargeSession session) -> {
                changed(session);
                yield Optional.of(session);
            }
            case SessionStore.Opened.Occupied() -> Optional.empty();
        };
    }

    /** Something is heard of a session; how it is afterwards, empty when there is none. */
    public Optional<ChargeSession> on(SessionId id, SessionEvent event) {
        // What is stored first is told first.
        synchronized (locks[Math.floorMod(id.hashCode(), LOCKS)]) {
            return hear(id, event);
        }
    }

    private Optional<ChargeSession> hear(SessionId id, SessionEvent event) {
        SessionStore.Heard heard =
                store.hear(id, event, session -> rules.decide(session, event, clock.instant()));
        return switch (heard) {
            case SessionStore.Heard.Changed(_, ChargeSession after, Optional<String> complaint) -> {
                complaint.ifPresent(text -> LOG.warn("session {}: {}: {}", id, text, event));
                changed(after);
                yield Optional.of(after);
            }
            case SessionStore.Heard.Known() -> store.find(id);
            case SessionStore.Heard.Unknown() -> {
                LOG.warn("session {} is not known: {}", id, event);
                yield Optional.empty();
            }
        };
    }

    private void changed(ChargeSession after) {
        keep(after);
        listeners.forEach(listener -> listener.changed(after));
    }

    private void keep(ChargeSession after) {
        occupied.compute(
                port(after),
                (_, there) -> {
                    if (after.phase().occupies()) {
                        return after;
                    }
                    return there != null && there.id().equals(after.id()) ? null : there;
                });
    }

    /** Reads again who occupies which port: another process may have decided something. */
    public void recall() {
        Set<SessionId> known = new HashSet<>();
        occupied.values().forEach(session -> known.add(session.id()));
        store.occupying().forEach(session -> known.add(session.id()));
        known.forEach(this::recall);
    }

    /** Reads one again. */
    public void recall(SessionId id) {
        synchronized (locks[Math.floorMod(id.hashCode(), LOCKS)]) {
            store.find(id).ifPresent(this::keep);
        }
    }

    /** Who occupies a port. */
    public Optional<ChargeSession> at(PortId port) {
        return Optional.ofNullable(occupied.get(port));
    }

    /** All that occupy a port. */
    public List<ChargeSession> running() {
        return new ArrayList<>(occupied.values());
    }

    /** The session of that name. */
    public Optional<ChargeSession> find(SessionId id) {
        return store.find(id);
    }

    /** Tells those whose time has come. */
    public void watchTheClock() {
        Instant now = clock.instant();
        for (ChargeSession session : running()) {
            session.due()
                    .filter(due -> !due.isAfter(now))
                    .ifPresent(due -> on(session.id(), new SessionEvent.TimePassed(now, due)));
        }
    }
}
