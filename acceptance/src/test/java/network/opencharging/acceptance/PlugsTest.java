package network.opencharging.acceptance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import network.opencharging.acceptance.dsl.CpoProcess;
import network.opencharging.acceptance.dsl.FreePorts;
import network.opencharging.acceptance.dsl.Network;
import network.opencharging.tools.Tools;
import network.opencharging.tools.simulate.meter.Curve;
import network.opencharging.tools.simulate.plug.Called;
import network.opencharging.tools.simulate.plug.Family;
import network.opencharging.tools.simulate.plug.Radio;
import network.opencharging.tools.simulate.plug.SimulatedPlug;
import network.opencharging.tools.simulate.plug.Way;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import picocli.CommandLine;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/** Simulated plugs at a real backend: two programs that share nothing but MQTT, or HTTP. */
class PlugsTest {
    private static final Duration LEASE = Duration.ofSeconds(10);

    @TempDir private Path folder = Path.of("");

    private static CpoProcess cpo;

    @BeforeAll
    static void start() throws IOException {
        cpo = new CpoProcess();
    }

    @AfterAll
    static void stop() {
        cpo.close();
    }

    private static String writtenDown(String name, Family family) {
        return cpo.does("PUT", "/plugs/" + name, "{'family':'%s'}".formatted(family))
                .path("password")
                .asString();
    }

    private static SimulatedPlug plug(String name, Family family) throws IOException {
        return plug(name, family, new Radio(cpo.broker(), name, writtenDown(name, family)));
    }

    private static SimulatedPlug plug(String name, Family family, Way way) throws IOException {
        SimulatedPlug plug =
                new SimulatedPlug(
                        new SimulatedPlug.Setting(
                                family,
                                name,
                                Duration.ofSeconds(1),
                                Optional.of(LEASE),
                                Clock.systemUTC()),
                        way,
                        _ -> {});
        plug.draw(Curve.steady(20_000));
        return plug;
    }

    private static void isOnline(String name) {
        await().atMost(Network.PATIENCE)
                .until(() -> cpo.looks("/plugs/" + name).path("online").asBoolean(false));
    }

    private static void hasNoSession(String name) {
        await().atMost(Network.PATIENCE)
                .until(() ->
                        cpo.does("GET", "/plugs/" + name, "")
                                .path("session")
                                .asString("?")
                                .isEmpty());
    }

    private static String orders(String name, String what) {
        return cpo.does(
                        "POST",
                        "/ports/%s/1/%s".formatted(name, what),
                        "{'session':'S-%s','token':'T'}".formatted(name))
                .path("outcome")
                .asString();
    }

    private static String named(String what, Family family) {
        return what + "-" + family.name().replace('_', '-');
    }

    @ParameterizedTest
    @EnumSource
    void everyFamilyCharges(Family family) throws Exception {
        String name = named("charges", family);
        try (SimulatedPlug plug = plug(name, family)) {
            isOnline(name);
            assertThat(orders(name, "start")).isEqualTo("DONE");
            assertThat(plug.look().on()).isTrue();
            assertThat(plug.look().left()).as("it would end by itself").isPresent();
            await().atMost(Network.PATIENCE)
                    .until(() ->
                            cpo.does("GET", "/plugs/" + name, "").path("registerWh").asLong(0)
                                    >= 10);
            assertThat(orders(name, "stop")).isEqualTo("DONE");
            assertThat(plug.look().on()).isFalse();
        }
    }

    @ParameterizedTest
    @EnumSource
    void everyFamilyIsCalled(Family family) throws Exception {
        String name = named("called", family);
        int port = FreePorts.one();
        cpo.does(
                "PUT",
                "/plugs/" + name,
                "{'family':'%s','address':'127.0.0.1:%d'}".formatted(family, port));
        try (SimulatedPlug plug = plug(name, family, new Called(port))) {
            isOnline(name);
            assertThat(orders(name, "start")).isEqualTo("DONE");
            assertThat(plug.look().on()).isTrue();
            assertThat(plug.look().left()).as("it would end by itself").isPresent();
            assertThat(orders(name, "stop")).isEqualTo("DONE");
            assertThat(plug.look().on()).isFalse();
        }
    }

    /** The backend dies without a word: no plug stays on, and the sessions are ended afterwards. */
    @Test
    void aDeadBackendLeavesNoPlugOn() throws Exception {
        List<SimulatedPlug> plugs = new ArrayList<>();
        for (Family family : Family.values()) {
            plugs.add(plug(named("left", family), family));
            isOnline(named("left", family));
            assertThat(orders(named("left", family), "start")).isEqualTo("DONE");
        }
        assertThat(plugs.getFirst().await(look -> !look.on(), LEASE.multipliedBy(2)))
                .as("it stays on for longer than its lease while the backend lives")
                .isFalse();
        assertThat(plugs).allMatch(plug -> plug.look().on());

        cpo.kill();

        for (SimulatedPlug plug : plugs) {
            assertThat(plug.await(look -> !look.on(), LEASE.multipliedBy(3))).isTrue();
        }
        cpo.startAgain();
        for (Family family : Family.values()) {
            isOnline(named("left", family));
            hasNoSession(named("left", family));
        }
        plugs.forEach(SimulatedPlug::close);
    }

    @Test
    void aPlugOfTheCommandLineDoesWhatItsScriptSays() throws IOException {
        StringWriter out = new StringWriter();
        CompletableFuture<Integer> ended =
                simulated(
                        out,
                        """
                        # somebody charges for a moment, and presses the button
                        simulate: plug
                        steps:
                          - draw: 2000
                          - await: {is: on, within: 60s}
                          - wait: 3s
                          - status
                          - button
                          - await: off
                          - wait: 5s
                        """);
        isOnline("scripted");
        assertThat(orders("scripted", "start")).isEqualTo("DONE");
        assertThat(ended.join()).as(out.toString()).isZero();
        assertThat(out.toString())
                .contains("ready: scripted")
                .contains("online, on for ")
                .contains("2000 W");
        hasNoSession("scripted");
    }

    private CompletableFuture<Integer> simulated(StringWriter out, String text) throws IOException {
        Path script = Files.writeString(folder.resolve("script"), text);
        String password = writtenDown("scripted", Family.TASMOTA);
        CommandLine tools = Tools.commandLine(Map.of("OCN_PLUG_PASSWORD", password));
        tools.setOut(new PrintWriter(out, true));
        String line =
                "simulate plug --family TASMOTA --name scripted --broker %s --script %s"
                        .formatted(cpo.broker(), script);
        return CompletableFuture.supplyAsync(() -> tools.execute(line.split(" ")));
    }

    /** As the help has it, but for the port, which somebody else may have. */
    @Test
    void theExampleOfTheHelpWorks() throws IOException {
        StringWriter out = new StringWriter();
        CommandLine tools = Tools.commandLine(Map.of());
        tools.setOut(new PrintWriter(out, true));
        String example =
                Examples.of(tools, "simulate", "plug")
                        .replace("7480", Integer.toString(FreePorts.one()));

        assertThat(tools.execute(example.split(" "))).as(out.toString()).isZero();

        assertThat(out.toString()).contains("Wh").contains("the script is done");
    }
}
