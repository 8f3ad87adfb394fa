package network.opencharging.cpo.plug.broker;

import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import io.vertx.mqtt.MqttServer;
import io.vertx.mqtt.MqttServerOptions;

import network.opencharging.cpo.plug.dialect.PlugDialect;
import network.opencharging.cpo.plug.dialect.PlugMessage;
import network.opencharging.cpo.plug.port.PlugLine;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;

/**
 * A broker inside the process, for MQTT 3.1.1 and 5. There are only plugs and the backend: each
 * plug has its own password, and speaks and hears in its own name only, in its last will too. The
 * backend is no client of it: what a plug tells comes with the name that it proved.
 */
public final class EmbeddedBroker implements PlugLine, AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(EmbeddedBroker.class);
    private static final int LARGEST_MESSAGE = 16_384;
    private static final int LONGEST_CLIENT_ID = 64;
    private static final int SECONDS_TO_CONNECT = 10;
    private static final int SECONDS_TO_CLOSE = 10;

    private final Vertx vertx;
    private final MqttServer server;
    private final Map<String, PlugSessions> plugs = new ConcurrentHashMap<>();

    /**
     * Starts it; port 0 takes any that is free.
     *
     * @throws IllegalStateException when it cannot listen there
     */
    public EmbeddedBroker(String host, int port, Guests guests) {
        this.vertx = Vertx.vertx(new VertxOptions().setEventLoopPoolSize(1).setWorkerPoolSize(2));
        this.server =
                MqttServer.create(
                        vertx,
                        new MqttServerOptions()
                                .setHost(host)
                                .setPort(port)
                                .setMaxMessageSize(LARGEST_MESSAGE)
                                .setMaxClientIdLength(LONGEST_CLIENT_ID)
                                .setTimeoutOnConnect(SECONDS_TO_CONNECT));
        server.endpointHandler(new Entrance(guests, this::sessions)::receive);
        server.exceptionHandler(wrong -> LOG.debug("a connection that is no MQTT", wrong));
        try {
            server.listen().toCompletionStage().toCompletableFuture().join();
        } catch (CompletionException e) {
            vertx.close();
            throw new IllegalStateException(
                    "The MQTT broker cannot listen at %s:%d".formatted(host, port), e.getCause());
        }
    }

    private PlugSessions sessions(String plug) {
        return plugs.computeIfAbsent(plug, PlugSessions::new);
    }

    /** Where it listens. */
    public int port() {
        return server.actualPort();
    }

    @Override
    public boolean say(String plug, List<PlugMessage> messages) {
        PlugSessions sessions = sessions(plug);
        messages.forEach(sessions::deliver);
        return sessions.isConnected();
    }

    @Override
    public void listen(String plug, PlugDialect dialect, Ears ears) {
        sessions(plug).hear(ears);
    }

    @Override
    public void forget(String plug) {
        PlugSessions gone = plugs.remove(plug);
        if (gone != null) {
            gone.end();
        }
    }

    @Override
    public void close() {
        // Whatever holds up its thread must not hold up the end of the process.
        vertx.close()
                .toCompletionStage()
                .toCompletableFuture()
                .completeOnTimeout(null, SECONDS_TO_CLOSE, TimeUnit.SECONDS)
                .join();
    }
}
