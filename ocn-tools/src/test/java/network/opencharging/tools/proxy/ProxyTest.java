package network.opencharging.tools.proxy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import network.opencharging.bridge.model.Severity;
import network.opencharging.protocol.party.PartyId;
import network.opencharging.protocol.party.Role;
import network.opencharging.protocol.route.ModuleId;
import network.opencharging.tools.mock.MockCpo;
import network.opencharging.tools.mock.MockEmsp;
import network.opencharging.tools.mock.Settings;
import network.opencharging.tools.mock.fault.Fault;
import network.opencharging.tools.mock.fault.Faults;
import network.opencharging.tools.mock.fault.Planted;
import network.opencharging.tools.mock.fault.Scope;
import network.opencharging.tools.mock.stock.Tokens;
import network.opencharging.tools.ocpi.Identity;
import network.opencharging.tools.proxy.pass.Target;
import network.opencharging.tools.seam.Seams;
import network.opencharging.tools.terminal.Form;
import network.opencharging.tools.terminal.Screen;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.InetAddress;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** A CPO and an eMSP speak through the proxy; what they do wrong is told as they do it. */
class ProxyTest {
    private static final PartyId ALICE = new PartyId("DE", "ALC");
    private static final PartyId BOB = new PartyId("NL", "BOB");

    private final StringWriter shown = new StringWriter();
    private final StringWriter lines = new StringWriter();
    private final List<AutoCloseable> open = new ArrayList<>();

    private Reporter reporter = reporter();

    private Reporter reporter() {
        return new Reporter(
                new Reporter.Output(
                        new Screen(new PrintWriter(shown), false),
                        Form.TEXT,
                        Optional.of(new PrintWriter(lines)),
                        Severity.WARNING),
                Clock.systemUTC());
    }

    @AfterEach
    void close() throws Exception {
        for (AutoCloseable one : open.reversed()) {
            one.close();
        }
    }

    @Test
    void honestPartiesSpeakThroughItBothWaysAndNothingIsFound() throws Exception {
        MockCpo alice = alice();
        MockEmsp bob = between(alice, bob());

        bob.pull(ALICE, ModuleId.LOCATIONS, "?limit=2");
        bob.startSession(ALICE, "r1", Tokens.CARD, "LOC1", "LOC1-E1");
        await().until(() -> bob.received().sessions().all().size() == 1);

        await().untilAsserted(() ->
                assertThat(shown.toString())
                        .contains("-> GET /ocpi/sender/2.2.1/locations?limit=2")
                        .contains("<- PUT /ocpi/receiver/2.2.1/sessions/DE/ALC/SESSION1"));
        assertThat(reporter.close()).as(shown.toString()).isTrue();
        assertThat(shown.toString()).contains("nothing was found");
        assertThat(lines.toString()).doesNotContain("token-a").doesNotContain("Authorization");
    }

    @Test
    void whatTheCpoDoesWrongIsToldWithRulePathAndDirection() throws Exception {
        MockCpo alice = alice("coordinates-as-numbers", "no-total-count", "no-request-id");
        MockEmsp bob = between(alice, bob());

        bob.pull(ALICE, ModuleId.LOCATIONS, "?limit=2");

        await().untilAsserted(() ->
                assertThat(lines.toString())
                        .contains("\"path\":\"$.data[0].coordinates.latitude\"")
                        .contains("\"rule\":\"PAGE-1\"")
                        .contains("\"rule\":\"ID-1\""));
        assertThat(lines.toString().lines())
                .filteredOn(line -> line.contains("PAGE-1"))
                .allSatisfy(line ->
                        assertThat(line)
                                .contains("\"sent\":\"<-\"")
                                .contains("\"part\":\"answer\"")
                                .contains("\"kind\":\"violation\""));
        assertThat(reporter.close()).isFalse();
        assertThat(shown.toString()).contains("PAGE-1");
        assertThat(lines.toString().lines().toList().getLast())
                .contains("\"kind\":\"summary\"")
                .contains("\"rule\":\"ID-1\"");
    }

    @Test
    void aTokenWithoutBase64IsToldOfWhoSendsIt() throws Exception {
        MockCpo alice = alice();
        MockEmsp bob = between(alice, bob());
        alice.faults().on(new Planted(Faults.find("raw-token").orElseThrow(), Scope.ALL));

        bob.startSession(ALICE, "r1", Tokens.CARD, "LOC1", "LOC1-E1");

        await().untilAsserted(() ->
                assertThat(lines.toString().lines())
                        .anySatisfy(line ->
                                assertThat(line)
                                        .contains("\"rule\":\"AUTH-1\"")
                                        .contains("\"direction\":\"<-\"")
                                        .contains("\"sent\":\"<-\"")
                                        .contains("\"part\":\"request\"")));
    }

    @Test
    void aResultThatNeverComesIsToldWhenItsTimeIsOver() throws Exception {
        MockCpo alice = alice("callback-dropped", "command-without-time");
        MockEmsp bob = between(alice, bob());

        bob.startSession(ALICE, "r1", Tokens.CARD, "LOC1", "LOC1-E1");
        await().until(() -> bob.received().sessions().all().size() == 1);

        await().untilAsserted(() -> {
            reporter.close();
            assertThat(shown.toString())
                    .contains("the result of START_SESSION was promised and did not come");
        });
    }

    private MockEmsp between(MockCpo alice, MockEmsp bob) throws IOException {
        Doors doors =
                new Doors(
                        InetAddress.getLoopbackAddress(),
                        Duration.ofSeconds(30),
                        Clock.systemUTC());
        Doors.Open proxy =
                doors.open(
                        new Doors.Plan(target(alice.platform().versions()), 0),
                        Optional.of(new Doors.Plan(target(bob.platform().versions()), 0)),
                        true,
                        reporter);
        open.add(proxy);
        alice.platform().connection().invite("token-a");
        bob.platform()
                .registration()
                .register(URI.create(proxy.there().url() + "/ocpi/versions"), "token-a");
        return bob;
    }

    private static Target target(URI versions) {
        return new Target(versions.resolve("/"));
    }

    private MockCpo alice(String... faults) throws IOException {
        MockCpo cpo = MockCpo.open(settings(ALICE, Role.CPO, faults));
        open.add(cpo);
        return cpo;
    }

    private MockEmsp bob() throws IOException {
        MockEmsp emsp = MockEmsp.open(settings(BOB, Role.EMSP));
        open.add(emsp);
        return emsp;
    }

    private static Settings settings(PartyId party, Role role, String... faults) {
        List<Fault> planted =
                Arrays.stream(faults).map(name -> Faults.find(name).orElseThrow()).toList();
        return Settings.of(
                        new Identity(party, role, "Mock"),
                        Settings.Seams.of(Seams.real(), Seams.real().clock(), exchange -> {}))
                .faults(planted);
    }
}
