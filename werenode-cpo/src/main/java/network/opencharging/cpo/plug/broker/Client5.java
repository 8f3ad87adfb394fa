package network.opencharging.cpo.plug.broker;

import com.hivemq.client.mqtt.datatypes.MqttQos;
import com.hivemq.client.mqtt.mqtt5.Mqtt5AsyncClient;
import com.hivemq.client.mqtt.mqtt5.message.publish.Mqtt5Publish;
import com.hivemq.client.mqtt.mqtt5.message.subscribe.Mqtt5Subscribe;
import com.hivemq.client.mqtt.mqtt5.message.subscribe.Mqtt5Subscription;

import network.opencharging.cpo.plug.dialect.PlugMessage;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;

/** A client that speaks MQTT 5. */
final class Client5 implements BrokerClient {
    private final Mqtt5AsyncClient client;

    Client5(BrokerAddress broker, Runnable connected, Consumer<Throwable> lost) {
        var builder = LineBuilder.to(broker, connected, lost).useMqttVersion5();
        // Here and not when it connects: otherwise it would come back as nobody.
        this.client =
                broker.user().isEmpty()
                        ? builder.buildAsync()
                        : builder.simpleAuth()
                                .username(broker.user())
                                .password(broker.password().getBytes(StandardCharsets.UTF_8))
                                .applySimpleAuth()
                                .buildAsync();
    }

    @Override
    public void connect() {
        var _ = client.connectWith().cleanStart(true).keepAlive(LineBuilder.KEEP_ALIVE).send();
    }

    @Override
    public boolean isConnected() {
        return client.getState().isConnected();
    }

    @Override
    public CompletableFuture<?> subscribe(List<String> topics, Consumer<PlugMessage> hears) {
        Mqtt5Subscribe all =
                Mqtt5Subscribe.builder()
                        .addSubscriptions(
                                topics.stream()
                                        .map(topic ->
                                                Mqtt5Subscription.builder()
                                                        .topicFilter(topic)
                                                        .qos(MqttQos.AT_LEAST_ONCE)
                                                        .build()))
                        .build();
        return client.subscribe(all, message -> hears.accept(read(message)));
    }

    private static PlugMessage read(Mqtt5Publish message) {
        return new PlugMessage(
                message.getTopic().toString(),
                new String(message.getPayloadAsBytes(), StandardCharsets.UTF_8));
    }

    @Override
    public void unsubscribe(String topic) {
        var _ = client.unsubscribeWith().topicFilter(topic).send();
    }

    @Override
    public void publish(PlugMessage message) {
        var _ =
                client.publishWith()
                        .topic(message.topic())
                        .qos(MqttQos.AT_LEAST_ONCE)
                        .payload(message.payload().getBytes(StandardCharsets.UTF_8))
                        .send();
    }

    @Override
    public void disconnect() {
        if (client.getState().isConnected()) {
            client.disconnect().join();
        } else {
            var _ = client.disconnect();
        }
    }
}
