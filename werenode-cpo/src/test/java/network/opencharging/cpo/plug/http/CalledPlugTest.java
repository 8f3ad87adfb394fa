package network.opencharging.cpo.plug.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;

import network.opencharging.cpo.device.ChargePort;
import network.opencharging.cpo.device.ChargePortContract;
import network.opencharging.cpo.device.DeviceEvent;
import network.opencharging.cpo.device.Outcome;
import network.opencharging.cpo.device.PortId;
import network.opencharging.cpo.device.StartOrder;
import network.opencharging.cpo.plug.dialect.CalledPlug;
import network.opencharging.cpo.plug.dialect.PlugDialect;
import network.opencharging.cpo.plug.dialect.Template;
import network.opencharging.cpo.plug.dialect.TemplatePlug;
import network.opencharging.cpo.plug.port.MemoryForTests;
import network.opencharging.cpo.plug.port.PlugPort;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;

/** Plugs that are called by HTTP as ports, over real sockets. */
class CalledPlugTest {
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final ScheduledExecutorService TIMERS =
            Executors.newSingleThreadScheduledExecutor(
                    Thread.ofPlatform().daemon().name("timers of called plugs").factory());
    private static final List<Played> PLAYED = new ArrayList<>();

    @AfterEach
    void stop() {
        PLAYED.forEach(Played::close);
        PLAYED.clear();
    }

    @Nested
    class OfShellyOne extends ChargePortContract {
        @Override
        protected Device device() {
            return new Played(new CalledPlug(CalledPlug.Family.SHELLY_1));
        }
    }

    @Nested
    class OfShellyTwo extends ChargePortContract {
        @Override
        protected Device device() {
            return shellyTwo();
        }
    }

    @Nested
    class OfTasmota extends ChargePortContract {
        @Override
        protected Device device() {
            return new Played(new CalledPlug(CalledPlug.Family.TASMOTA));
        }
    }

    @Nested
    class OfTemplate extends ChargePortContract {
        @Override
        protected Device device() {
            Template template =
                    new Template(
                            new Template.Say("/switch?to=on&for={seconds}", ""),
                            new Template.Say("/switch?to=off", ""),
                            Optional.of(new Template.Say("/state", "")),
                            List.of(
                                    new Template.Tell(
                                            Template.What.STATE,
                                            "/state",
                                            "/relay",
                                            "on",
                                            "off",
                                            Template.Unit.WATT_HOURS)),
                            false);
            return new Played(new TemplatePlug("p", template, true));
        }
    }

    private static Played shellyTwo() {
        return new Played(new CalledPlug(CalledPlug.Family.SHELLY_2));
    }

    @Test
    void everyOnCarriesItsEnd() {
        Played plug = shellyTwo();
        var _ = plug.port().start(new StartOrder("S", "T", Optional.empty()));
        plug.begins(0);
        await().atMost(PATIENCE)
                .until(() -> plug.called.contains("/rpc/Switch.Set?id=0&on=true&toggle_after=30"));
    }

    @Test
    void aPlugThatWouldNotEndByItselfIsSwitchedOff() {
        Played plug = new Played(new CalledPlug(CalledPlug.Family.SHELLY_1));
        plug.hasTimer = false;
        var started = plug.port().start(new StartOrder("S", "T", Optional.empty()));
        plug.begins(0);
        await().atMost(PATIENCE).until(() -> plug.called.contains("/relay/0?turn=off"));
        assertThat(started.join()).isInstanceOf(Outcome.class);
        assertThat(plug.told())
                .anyMatch(event ->
                        event instanceof DeviceEvent.Faulted fault
                                && fault.code().equals("NoAutoOff"));
    }

    @Test
    void itIsUnmeteredAndSaysSo() {
        Played plug = shellyTwo();
        assertThat(plug.port().health().metered()).isFalse();
        assertThat(plug.port().readMeter().join()).isEqualTo(new Outcome.NotSupported());
    }

    @Test
    void garbageAndFloodsAreNothing() {
        Played plug = shellyTwo();
        int before = plug.called.size();
        plug.says = Optional.of("x".repeat(1_000_000));
        await().atMost(PATIENCE).until(() -> !plug.port().health().online());
        assertThat(plug.called.size()).isGreaterThan(before);
        plug.says = Optional.empty();
        await().atMost(PATIENCE).until(() -> plug.port().health().online());
    }

    @Test
    void aPlugThatHangsWithinItsAnswerIsGoneAndComesBack() {
        Played plug = new Played(new CalledPlug(CalledPlug.Family.SHELLY_2), Duration.ofSeconds(1));
        plug.hangs = true;
        await().atMost(PATIENCE).until(() -> !plug.port().health().online());
        plug.hangs = false;
        await().atMost(PATIENCE).until(() -> plug.port().health().online());
    }

    @Test
    void whoWaitsForAPlugThatIsForgottenIsAnswered() {
        Played plug = shellyTwo();
        var started = plug.port().start(new StartOrder("S", "T", Optional.empty()));
        plug.port.close();
        assertThat(started).succeedsWithin(PATIENCE).isNotEqualTo(new Outcome.Done());
    }

    /** A plug that answers as its family does. */
    private static final class Played implements ChargePortContract.Device {
        private final List<String> called = new CopyOnWriteArrayList<>();
        private final List<DeviceEvent> told = new CopyOnWriteArrayList<>();
        private final HttpServer server;
        private final HttpLine line;
        private final PlugPort port;
        private volatile boolean on;
        private volatile boolean obeys;
        private volatile boolean hasTimer = true;
        private volatile boolean hangs;
        private volatile Optional<String> says = Optional.empty();

        Played(PlugDialect dialect) {
            this(dialect, PATIENCE);
        }

        Played(PlugDialect dialect, Duration patience) {
            try {
                server =
                        HttpServer.create(
                                new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 10);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
            server.createContext("/", this::answer);
            server.start();
            String base = "http://127.0.0.1:" + server.getAddress().getPort();
            line = new HttpLine(_ -> base, Duration.ofMillis(100), patience, TIMERS);
            port =
                    new PlugPort(
                            new PortId("p", 1),
                            dialect,
                            line,
                            new PlugPort.Surroundings(
                                    told::add,
                                    new MemoryForTests(),
                                    PATIENCE,
                                    Duration.ofSeconds(5),
                                    Clock.systemUTC(),
                                    TIMERS));
            PLAYED.add(this);
            port.open();
            await().atMost(PATIENCE).until(() -> port.health().online());
        }

        private void answer(HttpExchange call) throws IOException {
            String path = call.getRequestURI().toString();
            called.add(path);
            boolean toOn =
                    path.contains("turn=on")
                            || path.contains("on=true")
                            || path.contains("to=on")
                            || path.contains("Power1%20ON");
            boolean toOff =
                    path.contains("turn=off")
                            || path.contains("on=false")
                            || path.contains("to=off")
                            || path.contains("OFF");
            if (toOff) {
                on = false;
            } else if (toOn && obeys) {
                on = true;
            }
            byte[] body = says.orElseGet(() -> status(path)).getBytes(StandardCharsets.UTF_8);
            call.sendResponseHeaders(200, body.length);
            if (hangs) {
                call.getResponseBody().write(body, 0, 1);
                call.getResponseBody().flush();
                return;
            }
            try (call) {
                call.getResponseBody().write(body);
            }
        }

        private String status(String path) {
            String timer = on && hasTimer ? ",\"timer_started_at\":1,\"timer_duration\":30" : "";
            if (path.startsWith("/relay")) {
                return "{\"ison\":%s,\"has_timer\":%s}".formatted(on, on && hasTimer);
            } else if (path.startsWith("/status")) {
                return "{\"relays\":[{\"ison\":%s,\"has_timer\":%s}]}"
                        .formatted(on, on && hasTimer);
            } else if (path.startsWith("/rpc/Switch.GetStatus")) {
                return "{\"id\":0,\"output\":%s,\"aenergy\":{\"total\":1}%s}".formatted(on, timer);
            } else if (path.startsWith("/rpc")) {
                return "{\"was_on\":false}";
            } else if (path.contains("Status%2011")) {
                return "{\"StatusSTS\":{\"POWER\":\"%s\"}}".formatted(on ? "ON" : "OFF");
            }
            return path.startsWith("/state")
                    ? "{\"relay\":\"%s\"}".formatted(on ? "on" : "off")
                    : "{}";
        }

        void close() {
            line.close();
            server.stop(0);
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
            // It may have heard of it already, and not have obeyed: then it does so late.
            obeys = true;
            on = true;
        }

        @Override
        public void meters(long wattHours) {
            throw new IllegalStateException("it is not metered");
        }

        @Override
        public void ends(long wattHours) {
            await().atMost(PATIENCE).until(() -> !on);
        }

        @Override
        public void declines() {
            obeys = false;
        }

        @Override
        public void vanishes() {
            server.stop(0);
        }
    }
}
