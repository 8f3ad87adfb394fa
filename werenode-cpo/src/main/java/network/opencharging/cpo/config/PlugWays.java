package network.opencharging.cpo.config;

import network.opencharging.cpo.plug.broker.BrokerLine;
import network.opencharging.cpo.plug.broker.EmbeddedBroker;
import network.opencharging.cpo.plug.broker.Guests;
import network.opencharging.cpo.plug.http.Fence;
import network.opencharging.cpo.plug.http.HttpLine;
import network.opencharging.cpo.plug.port.GuardedLine;
import network.opencharging.cpo.plug.port.PlugLine;
import network.opencharging.cpo.plug.roll.Plug;
import network.opencharging.cpo.process.Lead;

import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ScheduledExecutorService;

/** The ways to plugs: each is opened with the first plug that needs it. */
public final class PlugWays implements AutoCloseable {
    private final CpoSettings.Mqtt mqtt;
    private final CpoSettings.Plugs plugs;
    private final Fence fence;
    private final Guests guests;
    private final ScheduledExecutorService timers;
    private final Lead lead;
    private final Map<String, String> addresses = new ConcurrentHashMap<>();

    private Optional<EmbeddedBroker> broker = Optional.empty();
    private Optional<BrokerLine> line = Optional.empty();
    private Optional<HttpLine> called = Optional.empty();

    PlugWays(CpoSettings settings, Guests guests, ScheduledExecutorService timers, Lead lead) {
        this.lead = lead;
        this.mqtt = settings.mqtt();
        this.plugs = settings.plugs();
        this.fence = new Fence(plugs.httpNetworks());
        this.guests = guests;
        this.timers = timers;
    }

    /** On none of them is spoken when it is another process' turn. */
    PlugLine to(Plug plug) {
        return new GuardedLine(opened(plug), lead::isOurs);
    }

    private synchronized PlugLine opened(Plug plug) {
        if (plug.isCalled()) {
            addresses.put(plug.name(), fence.within(plug.address().orElseThrow()));
            return called();
        }
        return isEmbedded() ? broker() : line();
    }

    private HttpLine called() {
        HttpLine open =
                called.orElseGet(() ->
                        new HttpLine(
                                plug -> Objects.requireNonNull(addresses.get(plug)),
                                plugs.httpEvery(),
                                plugs.patience(),
                                timers));
        called = Optional.of(open);
        return open;
    }

    private EmbeddedBroker broker() {
        EmbeddedBroker open =
                broker.orElseGet(() -> new EmbeddedBroker(mqtt.host(), mqtt.port(), guests));
        broker = Optional.of(open);
        return open;
    }

    private BrokerLine line() {
        BrokerLine open = line.orElseGet(() -> new BrokerLine(mqtt.address()));
        line = Optional.of(open);
        return open;
    }

    /** Plugs have their passwords from us. */
    public boolean isEmbedded() {
        return mqtt.broker().isBlank();
    }

    /** Where the embedded broker listens; 0 as long as there is none. */
    public synchronized int brokerPort() {
        return broker.map(EmbeddedBroker::port).orElse(0);
    }

    @Override
    public synchronized void close() {
        called.ifPresent(HttpLine::close);
        line.ifPresent(BrokerLine::close);
        broker.ifPresent(EmbeddedBroker::close);
        // Another turn may come.
        called = Optional.empty();
        line = Optional.empty();
        broker = Optional.empty();
    }
}
