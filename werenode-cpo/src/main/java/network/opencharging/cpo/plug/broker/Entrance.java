package network.opencharging.cpo.plug.broker;

import io.netty.handler.codec.mqtt.MqttConnectReturnCode;
import io.vertx.core.Vertx;
import io.vertx.mqtt.MqttAuth;
import io.vertx.mqtt.MqttEndpoint;

import network.opencharging.cpo.plug.dialect.PlugDialect;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;

/** Whom the embedded broker lets in. */
final class Entrance {
    private static final Logger LOG = LoggerFactory.getLogger(Entrance.class);
    private static final int MQTT_5 = 5;

    private final Guests guests;
    private final Function<String, PlugSessions> sessions;

    Entrance(Guests guests, Function<String, PlugSessions> sessions) {
        this.guests = guests;
        this.sessions = sessions;
    }

    void receive(MqttEndpoint endpoint) {
        @Nullable MqttAuth shown = endpoint.auth();
        if (shown == null || shown.getUsername() == null || shown.getPassword() == null) {
            refuse(endpoint, "nobody");
            return;
        }
        String name = shown.getUsername();
        Optional<PlugDialect> plug =
                guests.admit(name, shown.getPassword().getBytes(StandardCharsets.UTF_8));
        // A last will is spoken by the broker: in another's name it would pass for his word.
        if (plug.filter(dialect -> mayWill(dialect, endpoint)).isEmpty()) {
            refuse(endpoint, name);
            return;
        }
        new PlugSession(
                        endpoint,
                        plug.orElseThrow(),
                        sessions.apply(name),
                        Objects.requireNonNull(Vertx.currentContext()))
                .begin();
    }

    private static boolean mayWill(PlugDialect dialect, MqttEndpoint endpoint) {
        return endpoint.will() == null
                || !endpoint.will().isWillFlag()
                || dialect.mayTell(endpoint.will().getWillTopic());
    }

    private static void refuse(MqttEndpoint endpoint, String name) {
        LOG.info("MQTT: {} was refused: user, password or last will is wrong", name);
        endpoint.reject(
                endpoint.protocolVersion() == MQTT_5
                        ? MqttConnectReturnCode.CONNECTION_REFUSED_NOT_AUTHORIZED_5
                        : MqttConnectReturnCode.CONNECTION_REFUSED_NOT_AUTHORIZED);
    }
}
