package network.opencharging.cli.up.story;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import network.opencharging.protocol.key.PrivateKey;
import network.opencharging.protocol.party.PartyId;
import network.opencharging.protocol.party.Role;
import network.opencharging.tools.mock.MockCpo;
import network.opencharging.tools.mock.MockEmsp;
import network.opencharging.tools.mock.Settings;
import network.opencharging.tools.ocpi.Identity;
import network.opencharging.tools.ocpi.Signing;
import network.opencharging.tools.ocpi.sign.OcnSigning;
import network.opencharging.tools.ocpi.sign.Signatories;
import network.opencharging.tools.terminal.Screen;

import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;

/** The story of {@code ocn up}, told by two parties that are connected without nodes between. */
class SessionStoryTest {
    private static final PartyId ALICE = new PartyId("DE", "ALC");
    private static final PartyId BOB = new PartyId("NL", "BOB");
    private static final PrivateKey ALICES_KEY = key("a1");
    private static final PrivateKey BOBS_KEY = key("b0");
    private static final Signatories REGISTRY =
            Signatories.of(
                    Map.of(
                            ALICE, Set.of(ALICES_KEY.address()),
                            BOB, Set.of(BOBS_KEY.address())),
                    Set.of());

    private final StringWriter printed = new StringWriter();

    @Test
    void aSessionRoamsStepByStepWithItsSignatures() throws Exception {
        String cost = tell(new OcnSigning(BOBS_KEY, REGISTRY));

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
                        "PATCH session",
                        "PATCH session",
                        "STOP_SESSION",
                        "result of command",
                        "PATCH session",
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
        assertThatThrownBy(() -> tell(Signing.none()))
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

    private String tell(Signing bobs) throws Exception {
        AtomicInteger numbers = new AtomicInteger();
        StoryClock stations = new StoryClock(Clock.systemUTC(), Duration.ofMinutes(66));
        Settings.Seams seams =
                new Settings.Seams(
                        Clock.systemUTC(),
                        stations,
                        () -> "id-" + numbers.incrementAndGet(),
                        () -> "token-" + numbers.incrementAndGet(),
                        exchange -> {});
        try (MockCpo alice = alice(seams);
                MockEmsp bob =
                        MockEmsp.open(
                                Settings.of(new Identity(BOB, Role.EMSP, "Bob Mobility"), seams)
                                        .signing(bobs))) {
            alice.platform().connection().invite("token-a");
            bob.platform().registration().register(alice.platform().versions(), "token-a");
            Teller teller = new Teller(new Screen(new PrintWriter(printed), false), names());
            Way way = new Way(BOB, "south", "north", ALICE);
            return new SessionStory(alice, bob, stations, teller, way).tell();
        }
    }

    private static MockCpo alice(Settings.Seams seams) throws IOException {
        return MockCpo.open(
                Settings.of(new Identity(ALICE, Role.CPO, "Alice Charging"), seams)
                        .signing(new OcnSigning(ALICES_KEY, REGISTRY)));
    }

    private static Map<String, String> names() {
        return Map.of(
                ALICES_KEY.address().text().toLowerCase(Locale.ROOT), "DE/ALC",
                BOBS_KEY.address().text().toLowerCase(Locale.ROOT), "NL/BOB");
    }

    private static PrivateKey key(String pair) {
        return PrivateKey.parse(pair.repeat(32)).orElseThrow();
    }
}
