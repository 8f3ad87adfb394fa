package network.opencharging.cpo.plug.broker;

import com.hivemq.client.mqtt.MqttClient;
import com.hivemq.client.mqtt.MqttClientBuilder;
import com.hivemq.client.mqtt.lifecycle.MqttClientDisconnectedContext;
import com.hivemq.client.mqtt.lifecycle.MqttDisconnectSource;

import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/** What clients of all versions have in common. */
final class LineBuilder {
    /** In seconds: so long after its loss a line is missed at the latest. */
    static final int KEEP_ALIVE = 20;

    private static final int LONGEST_WAIT = 20;

    private LineBuilder() {}

    static MqttClientBuilder to(
            BrokerAddress broker, Runnable connected, Consumer<Throwable> lost) {
        MqttClientBuilder builder =
                MqttClient.builder()
                        .serverHost(broker.host())
                        .serverPort(broker.port())
                        .automaticReconnect()
                        .maxDelay(LONGEST_WAIT, TimeUnit.SECONDS)
                        .applyAutomaticReconnect()
                        .addConnectedListener(_ -> connected.run())
                        .addDisconnectedListener(gone -> disconnected(gone, lost));
        return broker.isSecure() ? builder.sslWithDefaultConfig() : builder;
    }

    private static void disconnected(MqttClientDisconnectedContext gone, Consumer<Throwable> lost) {
        if (gone.getSource() != MqttDisconnectSource.USER) {
            // What was not heard in time must not be heard later.
            gone.getReconnector()
                    .resubscribeIfSessionExpired(true)
                    .republishIfSessionExpired(false);
            lost.accept(gone.getCause());
        }
    }
}
