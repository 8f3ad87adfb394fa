package network.opencharging.cpo.trial;

import com.hivemq.client.mqtt.MqttClient;
import com.hivemq.client.mqtt.datatypes.MqttQos;
import com.hivemq.client.mqtt.mqtt3.Mqtt3BlockingClient;
import com.hivemq.client.mqtt.mqtt3.message.publish.Mqtt3Publish;

import java.nio.charset.StandardCharsets;

/**
 * A smart plug (a Shelly of the second generation) that outlives its broker. It shows its relay and
 * its counter whenever it is looked at, and forgets nothing but what was said while it was away.
 */
final class StubbornPlug implements Device {
    private final String name;
    private final String password;
    private final long first;
    private final Mqtt3BlockingClient client;
    private boolean on;
    private long counter;
    private boolean done;

    /**
     * @param first what its counter shows at the beginning
     */
    StubbornPlug(int port, String name, String password, long first) {
        this.name = name;
        this.password = password;
        this.first = first;
        this.counter = first;
        this.client =
                MqttClient.builder()
                        .useMqttVersion3()
                        .identifier(name)
                        .serverHost("127.0.0.1")
                        .serverPort(port)
                        .buildBlocking();
    }

    @Override
    public boolean isThere() {
        try {
            if (!client.getState().isConnected()) {
                connect();
            }
            show();
            return true;
        } catch (RuntimeException e) {
            // Nobody is at the other end, or not any more.
            return false;
        }
    }

    private void connect() {
        client.connectWith()
                .simpleAuth()
                .username(name)
                .password(password.getBytes(StandardCharsets.UTF_8))
                .applySimpleAuth()
                .send();
        client.toAsync()
                .subscribeWith()
                .topicFilter(name + "/rpc")
                .callback(this::asked)
                .send()
                .join();
        say("online", "true");
    }

    private synchronized void asked(Mqtt3Publish message) {
        String order = new String(message.getPayloadAsBytes(), StandardCharsets.UTF_8);
        if (order.contains("\"on\":true")) {
            on = true;
        } else if (order.contains("\"on\":false") && on) {
            on = false;
            // What is charged before 800 Wh are shown was not wanted to end here.
            done = counter > first;
            counter = done ? first + 1_600 : counter;
        }
    }

    private void show() {
        boolean relay;
        long shown;
        synchronized (this) {
            relay = on;
            shown = counter;
            if (on && counter == first) {
                counter = first + 800;
            }
        }
        say(
                "status/switch:0",
                "{\"output\":%s,\"aenergy\":{\"total\":%d}}".formatted(relay, shown));
    }

    private void say(String topic, String payload) {
        client.publishWith()
                .topic(name + "/" + topic)
                .qos(MqttQos.AT_LEAST_ONCE)
                .payload(payload.getBytes(StandardCharsets.UTF_8))
                .send();
    }

    @Override
    public synchronized boolean isDone() {
        return done && !on;
    }

    @Override
    public synchronized String toString() {
        return "on %s, counter %d, done %s".formatted(on, counter, done);
    }

    @Override
    public void close() {
        if (client.getState().isConnected()) {
            client.disconnect();
        }
    }
}
