package network.opencharging.cpo.plug.broker;

import network.opencharging.cpo.plug.dialect.PlugMessage;
import network.opencharging.cpo.plug.port.PlugLine;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;

/**
 * All connections in one plug's name: the plug itself, and whoever looks on with its password. What
 * one says the others hear, and the backend does.
 */
final class PlugSessions {
    private static final int MOST_RETAINED = 100;

    private final String plug;
    private final List<PlugSession> all = new CopyOnWriteArrayList<>();
    private final Map<String, PlugMessage> retained = new LinkedHashMap<>();
    private volatile Optional<PlugLine.Ears> ears = Optional.empty();

    PlugSessions(String plug) {
        this.plug = plug;
    }

    String plug() {
        return plug;
    }

    /** Hears what is retained, and then everything. */
    void hear(PlugLine.Ears fresh) {
        ears = Optional.of(fresh);
        retained().forEach(fresh::told);
    }

    private List<PlugMessage> retained() {
        synchronized (retained) {
            return List.copyOf(retained.values());
        }
    }

    /** A client that comes again takes the place of its earlier connection (MQTT 3.1.1, 3.1.4). */
    void add(PlugSession session) {
        all.stream()
                .filter(other -> other.client().equals(session.client()))
                .forEach(PlugSession::displace);
        all.add(session);
    }

    void greet(PlugSession session) {
        retained().forEach(session::deliver);
    }

    boolean isConnected() {
        return !all.isEmpty();
    }

    /** The backend speaks. */
    void deliver(PlugMessage message) {
        all.forEach(session -> session.deliver(message));
    }

    /** The plug speaks; an empty retained message ends what was retained (3.3.1.3). */
    void tell(PlugMessage message, boolean retain) {
        if (retain) {
            synchronized (retained) {
                if (message.payload().isEmpty()) {
                    retained.remove(message.topic());
                } else if (retained.size() < MOST_RETAINED
                        || retained.containsKey(message.topic())) {
                    retained.put(message.topic(), message);
                }
            }
        }
        deliver(message);
        ears.ifPresent(hears -> hears.told(message));
    }

    /** Without any connection it is not there, whatever was retained. */
    void remove(PlugSession session) {
        all.remove(session);
        if (all.isEmpty()) {
            ears.ifPresent(PlugLine.Ears::cut);
        }
    }

    void end() {
        ears = Optional.empty();
        all.forEach(PlugSession::displace);
    }
}
