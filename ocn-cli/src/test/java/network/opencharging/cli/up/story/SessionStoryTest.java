package network.opencharging.cli.up.story;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import network.opencharging.protocol.party.PartyId;
import network.opencharging.protocol.party.Role;
import network.opencharging.tools.local.FileRegistry;
import network.opencharging.tools.local.LocalKey;
import network.opencharging.tools.ocpi.Identity;
import network.opencharging.tools.party.BridgedCpo;
import network.opencharging.tools.party.BridgedEmsp;
import network.opencharging.tools.party.PartyPlan;
import network.opencharging.tools.seam.Seams;
import network.opencharging.tools.terminal.Screen;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** The story of {@code ocn up}, told by two parties that are connected without nodes between. */
class SessionStoryTest {
    private static final Identity ALICE =
            new Identity(new PartyId("DE", "ALC"), Role.CPO, "Alice Charging");
    private static final Identity BOB =
            new Identity(new PartyId("NL", "BOB"), Role.EMSP, "Bob Mobility");
    private static final SecureRandom RANDOM = new SecureRandom();
    private static final LocalKey ALICE_SIGNS = LocalKey.fresh(RANDOM);
    private static final LocalKey BOB_SIGNS = LocalKey.fresh(RANDOM);
    private static final LocalKey OPERATOR = LocalKey.fresh(RANDOM);

    @TempDir private Path folder = Path.of("");

    private final StringWriter printed = new StringWriter();

    @Test
    void aSessionRoamsStepByStepWithItsSignatures() throws Exception {
        String cost = tell(Optional.of(BOB_SIGNS));

        assertThat(cost).isEqualTo("6.10 EUR without VAT, 7.26 EUR with it");
        assertThat(printed.toString().lines().filter(line -> line.contains("→")))
                .extracting(line -> line.strip().split("\\s{2,}", -1)[1])
                .containsExactly(
                        "GET locations",
                        "GET tariffs",
                        "authorize token",
                        "START_SESSION",
                        "result of command",
                        "PUT session",
                        "PUT session",
                        "PUT session",
                        "STOP_SESSION",
                        "result of command",
                        "PUT session",
                        "POST cdr",
                        "GET cdr");
        assertThat(printed.toString())
                .contains("NL/BOB → south → north → DE/ALC")
                .contains("DE/ALC → north → south → NL/BOB")
                .contains("request signed by NL/BOB, valid at DE/ALC")
                .contains("answer signed by DE/ALC, valid at NL/BOB");
    }

    @Test
    void theStepAtWhichASignatureIsMissingIsNamed() {
        assertThatThrownBy(() -> tell(Optional.empty()))
                .isInstanceOfSatisfying(
                        StoryFailed.class,
                        failed ->
                                assertThat(failed.reason())
                                        .startsWith("step 1 (GET locations) failed:")
                                        .contains("DE/ALC does not trust the request"));
    }

    @Test
    void nothingIsDatedInTheFuture() {
        Instant now = Instant.parse("2026-06-01T12:00:00Z");
        StoryClock clock =
                new StoryClock(Clock.fixed(now, java.time.ZoneOffset.UTC), Duration.ofMinutes(66));

        assertThat(clock.instant()).isEqualTo("2026-06-01T10:54:00Z");
        clock.pass(Duration.ofMinutes(33));
        assertThat(clock.instant()).isEqualTo("2026-06-01T11:27:00Z");
        clock.pass(Duration.ofMinutes(99));
        assertThat(clock.instant()).isEqualTo(now);
    }

    private String tell(Optional<LocalKey> bobs) throws Exception {
        StoryClock stations = new StoryClock(Clock.systemUTC(), Duration.ofMinutes(66));
        Seams seams = Seams.real();
        Map<String, String> registry = registry();
        try (BridgedCpo alice =
                        BridgedCpo.open(
                                plan(ALICE, Optional.of(ALICE_SIGNS), registry), seams, stations);
                BridgedEmsp bob = BridgedEmsp.open(plan(BOB, bobs, registry), seams)) {
            bob.party().awaitParties(2, Duration.ofSeconds(30));
            bob.party().join(alice.party().versions(), alice.party().invite());
            Teller teller = new Teller(new Screen(new PrintWriter(printed), false), names());
            Way way = new Way(BOB.party(), "south", "north", ALICE.party());
            return new SessionStory(alice, bob, stations, teller, way).tell();
        }
    }

    private PartyPlan plan(Identity identity, Optional<LocalKey> key, Map<String, String> registry)
            throws IOException {
        Path own = folder.resolve(identity.name());
        Path file = own.resolve("party.key");
        if (key.isPresent()) {
            key.get().writeTo(file);
        }
        return new PartyPlan(
                identity, freePort(), own, key.isPresent() ? file.toString() : "", registry);
    }

    /** Both are listed at an operator whose node is whoever they register with. */
    private Map<String, String> registry() throws IOException {
        FileRegistry registry =
                FileRegistry.start(folder.resolve("directory.json"), OPERATOR, Clock.systemUTC());
        registry.listNode(OPERATOR, URI.create("http://127.0.0.1"));
        registry.listParty(ALICE_SIGNS, ALICE.party(), ALICE.role(), OPERATOR);
        registry.listParty(BOB_SIGNS, BOB.party(), BOB.role(), OPERATOR);
        return registry.environment();
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }

    private static Map<String, String> names() {
        return Map.of(
                ALICE_SIGNS.address().text().toLowerCase(Locale.ROOT), "DE/ALC",
                BOB_SIGNS.address().text().toLowerCase(Locale.ROOT), "NL/BOB");
    }
}
