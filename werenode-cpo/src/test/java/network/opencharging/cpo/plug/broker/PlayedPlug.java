package network.opencharging.cpo.plug.broker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.hivemq.client.mqtt.MqttClient;
import com.hivemq.client.mqtt.datatypes.MqttQos;
import com.hivemq.client.mqtt.mqtt3.Mqtt3BlockingClient;

import network.opencharging.cpo.device.ChargePort;
import network.opencharging.cpo.device.ChargePortContract;
import network.opencharging.cpo.device.DeviceEvent;
import network.opencharging.cpo.device.PortId;
import network.opencharging.cpo.plug.dialect.PlugDialect;
import network.opencharging.cpo.plug.dialect.PlugMessage;
import network.opencharging.cpo.plug.port.MemoryForTests;
import network.opencharging.cpo.plug.port.PlugMemory;
import network.opencharging.cpo.plug.port.PlugPort;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/** A plug at a real broker, as its family plays it, and the port to it. */
final class PlayedPlug implements ChargePortContract.Device {
    static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final AtomicInteger NUMBERS = new AtomicInteger();
    private static final ScheduledExecutorService TIMERS =
            Executors.newSingleThreadScheduledExecutor(
                    Thread.ofPlatform().daemon().name("timers of plugs").factory());

    private final String name;
    private final FamilyForTests family;
    private final TestBroker broker;
    private final PlugMemory memory = new MemoryForTests();
    private final Cable cable;
    private final BlockingQueue<PlugMessage> heard = new LinkedBlockingQueue<>();
    private final List<DeviceEvent> told = new CopyOnWriteArrayList<>();
    private Mqtt3BlockingClient client;
    private PlugPort port;

    private PlayedPlug(TestBroker broker, FamilyForTests family, Duration lease) {
        this.name = "plug" + NUMBERS.incrementAndGet();
        this.family = family;
        this.broker = broker;
        PlugDialect dialect = family.dialect(name);
        broker.knows(name, dialect);
        this.cable = new Cable(broker.port());
        this.client = connected();
        this.port = opened(lease);
    }

    static PlayedPlug at(TestBroker broker, FamilyForTests family) {
        return at(broker, family, PATIENCE);
    }

    static PlayedPlug at(TestBroker broker, FamilyForTests family, Duration lease) {
        PlayedPlug plug = new PlayedPlug(broker, family, lease);
        await().atMost(PATIENCE).until(() -> plug.port.health().online());
        return plug;
    }

    private PlugPort opened(Duration lease) {
        PlugPort fresh =
                new PlugPort(
                        new PortId(name, 1),
                        family.dialect(name),
                        broker.line(),
                        new PlugPort.Surroundings(
                                told::add, memory, lease, PATIENCE, Clock.systemUTC(), TIMERS));
        fresh.open();
        return fresh;
    }

    /** Another backend takes over, with what this one kept. */
    void backendStartsAgain() {
        told.clear();
        port = opened(PATIENCE);
    }

    private Mqtt3BlockingClient connected() {
        PlugMessage gone = family.presence(name, false);
        Mqtt3BlockingClient fresh =
                MqttClient.builder()
                        .useMqttVersion3()
                        .identifier("client-of-" + name)
                        .serverHost("127.0.0.1")
                        .serverPort(cable.port())
                        .buildBlocking();
        fresh.connectWith()
                .simpleAuth()
                .username(name)
                .password(bytes(TestBroker.password(name)))
                .applySimpleAuth()
                .willPublish()
                .topic(gone.topic())
                .payload(bytes(gone.payload()))
                .qos(MqttQos.AT_LEAST_ONCE)
                .retain(true)
                .applyWillPublish()
                .send();
        for (String filter : family.hears(name)) {
            fresh.toAsync()
                    .subscribeWith()
                    .topicFilter(filter)
                    .callback(message ->
                            heard.add(
                                    new PlugMessage(
                                            message.getTopic().toString(),
                                            text(message.getPayloadAsBytes()))))
                    .send()
                    .join();
        }
        PlugMessage there = family.presence(name, true);
        publish(fresh, there, true);
        return fresh;
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static String text(byte[] payload) {
        return new String(payload, StandardCharsets.UTF_8);
    }

    private static void publish(Mqtt3BlockingClient client, PlugMessage message, boolean retain) {
        client.publishWith()
                .topic(message.topic())
                .qos(MqttQos.AT_LEAST_ONCE)
                .retain(retain)
                .payload(bytes(message.payload()))
                .send();
    }

    String name() {
        return name;
    }

    void tells(PlugMessage message) {
        publish(client, message, false);
    }

    /** Its relay, and what it counted. */
    void says(boolean on, long wattHours) {
        family.says(name, on, wattHours).forEach(this::tells);
    }

    void flows(long watts) {
        tells(family.power(name, watts));
    }

    /** The next order to switch, whatever was asked before. */
    boolean nextOrder() {
        while (true) {
            PlugMessage next = next();
            if (family.isOn(next)) {
                return true;
            }
            if (family.isOff(next)) {
                return false;
            }
        }
    }

    private PlugMessage next() {
        try {
            PlugMessage next = heard.poll(PATIENCE.toSeconds(), TimeUnit.SECONDS);
            if (next == null) {
                throw new AssertionError("the plug heard nothing more");
            }
            return next;
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    List<PlugMessage> heard() {
        return List.copyOf(heard);
    }

    void comesBack() {
        client = connected();
    }

    void saysFarewell() {
        publish(client, family.presence(name, false), true);
        client.disconnect();
    }

    void waitsFor(Class<? extends DeviceEvent> kind) {
        await().atMost(PATIENCE).until(() -> told.stream().anyMatch(kind::isInstance));
    }

    void waitsForFault(String code) {
        await().atMost(PATIENCE)
                .until(() ->
                        told.stream()
                                .anyMatch(event ->
                                        event instanceof DeviceEvent.Faulted fault
                                                && fault.code().equals(code)));
    }

    void waitsForRegister(long wattHours) {
        await().atMost(PATIENCE)
                .until(() ->
                        told.stream()
                                .anyMatch(event ->
                                        event instanceof DeviceEvent.MeterRead read
                                                && read.register().value() == wattHours));
    }

    @Override
    public ChargePort port() {
        return port;
    }

    @Override
    public List<DeviceEvent> told() {
        return List.copyOf(told);
    }

    @Override
    public void begins(long wattHours) {
        assertThat(nextOrder()).isTrue();
        says(true, wattHours);
    }

    @Override
    public void meters(long wattHours) {
        says(true, wattHours);
    }

    @Override
    public void ends(long wattHours) {
        assertThat(nextOrder()).isFalse();
        says(false, wattHours);
    }

    @Override
    public void declines() {
        assertThat(nextOrder()).isTrue();
        family.declines(name).forEach(this::tells);
    }

    @Override
    public void vanishes() {
        cable.pull();
    }
}
