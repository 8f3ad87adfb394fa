package network.opencharging.tools.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import network.opencharging.protocol.party.PartyId;
import network.opencharging.protocol.party.Role;
import network.opencharging.tools.Tools;
import network.opencharging.tools.mock.MockCpo;
import network.opencharging.tools.mock.MockEmsp;
import network.opencharging.tools.mock.PlatformMock;
import network.opencharging.tools.mock.Settings;
import network.opencharging.tools.mock.hub.MockHub;
import network.opencharging.tools.ocpi.Identity;
import network.opencharging.tools.party.BridgedCpo;
import network.opencharging.tools.party.BridgedEmsp;
import network.opencharging.tools.party.PartyPlan;
import network.opencharging.tools.seam.Seams;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import picocli.CommandLine;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** What is ours passes the suite: the bridge as CPO and as eMSP, and the mock hub. */
class OursTest {
    private static final Pattern PASSED = Pattern.compile("(\\d+) passed, ");

    @TempDir Path folder;

    @Test
    void theMockHubPassesAsAHub() throws IOException {
        try (MockHub hub = hub()) {
            hub.invite("token-a");

            assertThat(failed(hub.versions(), "token-a", "hub", "--register")).isEmpty();
        }
    }

    @Test
    void partiesPassThroughTheMockHub() throws IOException {
        try (MockHub hub = hub();
                MockCpo alice = MockCpo.open(settings("DE/ALC", Role.CPO));
                MockEmsp bob = MockEmsp.open(settings("NL/BOB", Role.EMSP))) {
            hub.invite("token-a");
            alice.platform().registration().register(hub.versions(), "token-a");
            bob.platform().registration().register(hub.versions(), "token-a");

            assertThat(
                            failed(
                                    hub.versions(),
                                    token(bob),
                                    "cpo",
                                    "--commands",
                                    "--party",
                                    "NL/BOB",
                                    "--to",
                                    "DE/ALC"))
                    .isEmpty();
            assertThat(
                            failed(
                                    hub.versions(),
                                    token(alice),
                                    "emsp",
                                    "--party",
                                    "DE/ALC",
                                    "--to",
                                    "NL/BOB"))
                    .isEmpty();
        }
    }

    @Test
    void theBridgePassesAsACpo() throws IOException {
        Seams seams = Seams.real();
        try (BridgedCpo cpo = BridgedCpo.open(plan("DE/ALC", Role.CPO), seams, seams.clock())) {
            assertThat(
                            failed(
                                    cpo.party().versions(),
                                    cpo.party().invite(),
                                    "cpo",
                                    "--commands",
                                    "--register"))
                    .isEmpty();
        }
    }

    @Test
    void theBridgePassesAsAnEmsp() throws IOException {
        try (BridgedEmsp emsp = BridgedEmsp.open(plan("NL/BOB", Role.EMSP), Seams.real())) {
            assertThat(
                            failed(
                                    emsp.party().versions(),
                                    emsp.party().invite(),
                                    "emsp",
                                    "--party",
                                    "DE/TST",
                                    "--register"))
                    .isEmpty();
        }
    }

    private PartyPlan plan(String party, Role role) throws IOException {
        try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return new PartyPlan(
                    new Identity(PartyId.parse(party).orElseThrow(), role, "Ours"),
                    free.getLocalPort(),
                    folder,
                    "",
                    Map.of());
        }
    }

    private static MockHub hub() throws IOException {
        return MockHub.open(settings("CH/HUB", Role.HUB));
    }

    private static Settings settings(String party, Role role) {
        return Settings.of(
                new Identity(PartyId.parse(party).orElseThrow(), role, "Ours"),
                Settings.Seams.of(Seams.real(), Seams.real().clock(), exchange -> {}));
    }

    private static String token(PlatformMock mock) {
        return mock.platform().connection().peer().orElseThrow().token();
    }

    /** Runs the suite; which cases failed, and why. */
    private static List<String> failed(URI url, String token, String role, String... more) {
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        CommandLine tools =
                Tools.commandLine(Map.of("OCPI_TOKEN", token))
                        .setCaseInsensitiveEnumValuesAllowed(true)
                        .setOut(new PrintWriter(out))
                        .setErr(new PrintWriter(err));
        Stream<String> arguments =
                Stream.concat(
                        Stream.of("conformance", "run", "--role", role, "--url", url.toString()),
                        Stream.of(more));
        tools.execute(arguments.toArray(String[]::new));
        Matcher passed = PASSED.matcher(out.toString());
        assertThat(passed.find()).as(out.toString() + err).isTrue();
        assertThat(Integer.parseInt(passed.group(1)))
                .as("who skips all has shown nothing: %s", out)
                .isGreaterThanOrEqualTo(role.equals("hub") ? 25 : 50);
        return out.toString()
                .lines()
                .filter(line -> line.startsWith("  !!") || line.startsWith("      "))
                .toList();
    }
}
