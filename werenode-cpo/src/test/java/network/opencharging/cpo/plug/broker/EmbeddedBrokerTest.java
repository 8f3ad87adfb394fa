package network.opencharging.cpo.plug.broker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.hivemq.client.mqtt.MqttClient;
import com.hivemq.client.mqtt.datatypes.MqttQos;
import com.hivemq.client.mqtt.mqtt3.Mqtt3BlockingClient;
import com.hivemq.client.mqtt.mqtt3.exceptions.Mqtt3ConnAckException;
import com.hivemq.client.mqtt.mqtt3.exceptions.Mqtt3SubAckException;
import com.hivemq.client.mqtt.mqtt5.Mqtt5BlockingClient;
import com.hivemq.client.mqtt.mqtt5.exceptions.Mqtt5ConnAckException;

import network.opencharging.cpo.plug.dialect.PlugDialect;
import network.opencharging.cpo.plug.dialect.PlugMessage;
import network.opencharging.cpo.plug.port.PlugLine;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/** The broker inside the process. */
class EmbeddedBrokerTest extends PlugsContract {
    private static Embedded broker;

    @BeforeAll
    static void start() {
        broker = new Embedded();
    }

    @AfterAll
    static void stop() {
        broker.close();
    }

    @Override
    TestBroker broker() {
        return broker;
    }

    private static final class Embedded implements TestBroker {
        private final Map<String, PlugDialect> plugs = new ConcurrentHashMap<>();
        private final EmbeddedBroker line = new EmbeddedBroker("127.0.0.1", 0, this::admit);

        private Optional<PlugDialect> admit(String name, byte[] password) {
            String shown = new String(password, StandardCharsets.UTF_8);
            return shown.equals(TestBroker.password(name))
                    ? Optional.ofNullable(plugs.get(name))
                    : Optional.empty();
        }

        @Override
        public PlugLine line() {
            return line;
        }

        @Override
        public int port() {
            return line.port();
        }

        @Override
        public void knows(String name, PlugDialect dialect) {
            plugs.put(name, dialect);
        }

        @Override
        public void close() {
            line.close();
        }
    }

    private static Mqtt3BlockingClient client(String identifier) {
        return MqttClient.builder()
                .useMqttVersion3()
                .identifier(identifier)
                .serverHost("127.0.0.1")
                .serverPort(broker.port())
                .buildBlocking();
    }

    private static void connect(Mqtt3BlockingClient client, String user, String password) {
        client.connectWith()
                .simpleAuth()
                .username(user)
                .password(password.getBytes(StandardCharsets.UTF_8))
                .applySimpleAuth()
                .send();
    }

    private static PlayedPlug plug() {
        return PlayedPlug.at(broker, FamilyForTests.SHELLY_2);
    }

    @Test
    void aWrongPasswordStaysOutside() {
        PlayedPlug plug = plug();
        Mqtt3BlockingClient stranger = client("stranger");
        assertThatThrownBy(() -> connect(stranger, plug.name(), "guessed"))
                .isInstanceOf(Mqtt3ConnAckException.class);
        assertThatThrownBy(() -> connect(stranger, "nobody", TestBroker.password("nobody")))
                .isInstanceOf(Mqtt3ConnAckException.class);
        assertThatThrownBy(stranger::connect).isInstanceOf(Mqtt3ConnAckException.class);
    }

    @Test
    void nobodySpeaksInAnothersName() {
        PlayedPlug victim = plug();
        PlayedPlug other = plug();
        other.tells(
                new PlugMessage(
                        victim.name() + "/status/switch:0", "{\"aenergy\":{\"total\":666}}"));
        victim.says(false, 7);
        victim.waitsForRegister(7);
        assertThat(victim.told().toString()).doesNotContain("0.666 kWh");
    }

    @Test
    void nobodyHearsAnother() {
        PlayedPlug victim = plug();
        PlayedPlug other = plug();
        Mqtt3BlockingClient curious = client("curious");
        connect(curious, other.name(), TestBroker.password(other.name()));
        for (String filter :
                List.of("#", "+/rpc", victim.name() + "/#", "$share/a/" + victim.name() + "/rpc")) {
            assertThatThrownBy(() -> curious.subscribeWith().topicFilter(filter).send())
                    .as(filter)
                    .isInstanceOf(Mqtt3SubAckException.class);
        }
        curious.disconnect();
    }

    /** The broker would say it, and it would pass for the other's word. */
    @Test
    void aLastWillInAnothersNameStaysOutside() {
        PlayedPlug victim = plug();
        PlayedPlug other = plug();
        Mqtt3BlockingClient forger = client("forger");
        assertThatThrownBy(() ->
                        forger.connectWith()
                                .simpleAuth()
                                .username(other.name())
                                .password(
                                        TestBroker.password(other.name())
                                                .getBytes(StandardCharsets.UTF_8))
                                .applySimpleAuth()
                                .willPublish()
                                .topic(victim.name() + "/rpc")
                                .payload("{}".getBytes(StandardCharsets.UTF_8))
                                .applyWillPublish()
                                .send())
                .isInstanceOf(Mqtt3ConnAckException.class);
    }

    /** With another's client id one would end the other's connection. */
    @Test
    void nobodyTakesAnothersPlaceByItsClientId() {
        PlayedPlug victim = plug();
        PlayedPlug other = plug();
        Mqtt3BlockingClient impostor = client("client-of-" + victim.name());
        connect(impostor, other.name(), TestBroker.password(other.name()));
        victim.says(false, 8);
        victim.waitsForRegister(8);
        assertThat(victim.port().health().online()).isTrue();
        impostor.disconnect();
    }

    @Test
    void mqtt5IsSpokenToo() throws InterruptedException {
        PlayedPlug plug = plug();
        BlockingQueue<String> heard = new LinkedBlockingQueue<>();
        Mqtt5BlockingClient five =
                MqttClient.builder()
                        .useMqttVersion5()
                        .identifier("five")
                        .serverHost("127.0.0.1")
                        .serverPort(broker.port())
                        .buildBlocking();
        assertThatThrownBy(five::connect).isInstanceOf(Mqtt5ConnAckException.class);
        five.connectWith()
                .simpleAuth()
                .username(plug.name())
                .password(TestBroker.password(plug.name()).getBytes(StandardCharsets.UTF_8))
                .applySimpleAuth()
                .send();
        five.toAsync()
                .subscribeWith()
                .topicFilter(plug.name() + "/#")
                .callback(message ->
                        heard.add(new String(message.getPayloadAsBytes(), StandardCharsets.UTF_8)))
                .send()
                .join();
        assertThat(heard.poll(30, TimeUnit.SECONDS)).as("what is retained").isEqualTo("true");
        five.publishWith()
                .topic(plug.name() + "/status/switch:0")
                .qos(MqttQos.EXACTLY_ONCE)
                .payload("{\"aenergy\":{\"total\":55}}".getBytes(StandardCharsets.UTF_8))
                .send();
        plug.waitsForRegister(55);
        five.disconnect();
    }

    @Test
    void garbageInsteadOfMqttDisturbsNobody() throws IOException {
        PlayedPlug plug = plug();
        for (byte[] garbage :
                List.of(
                        "GET / HTTP/1.1\r\n\r\n".getBytes(StandardCharsets.UTF_8),
                        new byte[] {0x10, (byte) 0xff, (byte) 0xff, (byte) 0xff, 0x7f, 1, 2},
                        new byte[100_000])) {
            try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), broker.port())) {
                socket.setSoTimeout(30_000);
                socket.getOutputStream().write(garbage);
                assertThat(socket.getInputStream().readAllBytes()).isEmpty();
            } catch (SocketException e) {
                // It was cut off while it still wrote.
            }
        }
        plug.says(false, 9);
        plug.waitsForRegister(9);
    }

    @Test
    void aPortInUseIsNamed() {
        assertThatThrownBy(() ->
                        new EmbeddedBroker("127.0.0.1", broker.port(), (_, _) -> Optional.empty()))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("127.0.0.1:" + broker.port());
    }
}
