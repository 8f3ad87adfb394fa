package network.opencharging.cpo.plug.broker;

import network.opencharging.cpo.plug.dialect.PlugDialect;
import network.opencharging.cpo.plug.dialect.PlugMessage;
import network.opencharging.cpo.plug.port.PlugLine;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;

/** The backend as a client of any broker, with MQTT 5 or 3.1.1; it comes back by itself. */
public final class BrokerLine implements PlugLine, AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(BrokerLine.class);

    private final Map<String, Listening> listening = new ConcurrentHashMap<>();
    private final BrokerClient client;

    private record Listening(
            String name, PlugDialect dialect, Ears ears, AtomicBoolean subscribed) {}

    /** Connects, now or as soon as the broker is there. */
    public BrokerLine(BrokerAddress broker) {
        this.client =
                switch (broker.version()) {
                    case V3_1_1 -> new Client3(broker, this::connected, this::lost);
                    case V5 -> new Client5(broker, this::connected, this::lost);
                };
        client.connect();
    }

    private void connected() {
        listening.values().forEach(this::subscribe);
    }

    private void lost(Throwable cause) {
        LOG.warn("no line to the MQTT broker, and it is tried again: {}", cause.toString());
        listening.values().forEach(plug -> plug.ears().cut());
    }

    @Override
    public void listen(String plug, PlugDialect dialect, Ears ears) {
        Listening wanted = new Listening(plug, dialect, ears, new AtomicBoolean());
        listening.put(plug, wanted);
        if (client.isConnected()) {
            subscribe(wanted);
        }
    }

    /** Whoever was forgotten meanwhile hears no more. */
    private void hear(Listening plug, PlugMessage message) {
        if (plug.equals(listening.get(plug.name()))) {
            plug.ears().told(message);
        }
    }

    /** Once: after a loss the client does it again by itself. */
    private void subscribe(Listening plug) {
        if (plug.subscribed().compareAndSet(false, true)) {
            var _ =
                    client.subscribe(plug.dialect().topics(), message -> hear(plug, message))
                            .whenComplete((_, wrong) -> {
                                if (wrong != null) {
                                    LOG.warn("the MQTT broker refused: {}", wrong.toString());
                                    plug.subscribed().set(false);
                                }
                            });
        }
    }

    @Override
    public void forget(String plug) {
        Listening gone = listening.remove(plug);
        if (gone != null) {
            gone.dialect().topics().forEach(client::unsubscribe);
        }
    }

    @Override
    public boolean say(String plug, List<PlugMessage> messages) {
        if (!client.isConnected()) {
            return false;
        }
        messages.forEach(client::publish);
        return true;
    }

    @Override
    public void close() {
        client.disconnect();
    }
}
