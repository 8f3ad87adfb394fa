package network.opencharging.tools.simulate.plug;

import org.eclipse.paho.client.mqttv3.IMqttDeliveryToken;
import org.eclipse.paho.client.mqttv3.MqttAsyncClient;
import org.eclipse.paho.client.mqttv3.MqttCallback;
import org.eclipse.paho.client.mqttv3.MqttConnectOptions;
import org.eclipse.paho.client.mqttv3.MqttException;
import org.eclipse.paho.client.mqttv3.MqttMessage;
import org.eclipse.paho.client.mqttv3.persist.MemoryPersistence;

import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;

/**
 * A plug's connection to a broker, in MQTT 3.1.1, which can break off without a farewell.
 *
 * @param broker {@code tcp://host:1883} or {@code ssl://host:8883}
 * @param user empty for nobody
 */
public record Radio(URI broker, String user, String password) implements Way {
    private static final int KEEP_ALIVE_SECONDS = 10;
    private static final int CONNECT_SECONDS = 10;
    private static final int MOST_ON_THE_WAY = 1_000;

    /** Never with its password. */
    @Override
    public String toString() {
        return broker.toString();
    }

    @Override
    public Contact connect(String client, Said will, List<String> filters, Ears ears)
            throws IOException {
        try {
            MqttAsyncClient fresh =
                    new MqttAsyncClient(broker.toString(), client, new MemoryPersistence());
            fresh.setCallback(new Hearing(ears));
            fresh.connect(options(will)).waitForCompletion();
            for (String filter : filters) {
                fresh.subscribe(filter, 0).waitForCompletion();
            }
            return new Connected(fresh);
        } catch (MqttException e) {
            throw new IOException(reason(e), e);
        }
    }

    private static String reason(MqttException e) {
        return Optional.ofNullable(e.getCause())
                .map(Throwable::getMessage)
                .orElse(String.valueOf(e.getMessage()));
    }

    private MqttConnectOptions options(Said will) {
        MqttConnectOptions options = new MqttConnectOptions();
        options.setMqttVersion(MqttConnectOptions.MQTT_VERSION_3_1_1);
        options.setCleanSession(true);
        options.setKeepAliveInterval(KEEP_ALIVE_SECONDS);
        options.setConnectionTimeout(CONNECT_SECONDS);
        options.setMaxInflight(MOST_ON_THE_WAY);
        options.setWill(will.topic(), bytes(will.payload()), 0, will.retained());
        if (!user.isEmpty()) {
            options.setUserName(user);
            options.setPassword(password.toCharArray());
        }
        return options;
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private record Connected(MqttAsyncClient client) implements Contact {
        @Override
        public boolean isThere() {
            return client.isConnected();
        }

        @Override
        public void say(Said said) throws IOException {
            try {
                client.publish(said.topic(), bytes(said.payload()), 0, said.retained());
            } catch (MqttException | IllegalArgumentException e) {
                // Where to answer is said by others: it need not be a topic.
                throw new IOException(e);
            }
        }

        @Override
        public void breakOff() {
            try {
                client.disconnectForcibly(0, 1, false);
                client.close(true);
            } catch (MqttException e) {
                // It was broken already.
            }
        }
    }

    private record Hearing(Ears ears) implements MqttCallback {
        @Override
        public void connectionLost(Throwable cause) {
            // Whoever wants to say something sees it.
        }

        @Override
        public void messageArrived(String topic, MqttMessage message) {
            ears.heard(
                    new Said(
                            topic,
                            new String(message.getPayload(), StandardCharsets.UTF_8),
                            message.isRetained()));
        }

        @Override
        public void deliveryComplete(IMqttDeliveryToken token) {
            // At most once: nobody waits.
        }
    }
}
