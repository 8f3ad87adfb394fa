package network.opencharging.cli.up.story;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import network.opencharging.bridge.model.v221.CDR;
import network.opencharging.bridge.model.v221.Session;
import network.opencharging.cli.up.site.Outlet;
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
import java.math.BigDecimal;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicReference;

/** The story of {@code ocn up}, told by two parties that are connected without nodes between. */
class RoamingStoryTest {
    private static final Identity ALICE =
            new Identity(new PartyId("DE", "ALC"), Role.CPO, "Alice Charging");
    private static final Identity BOB =
            new Identity(new PartyId("NL", "BOB"), Role.EMSP, "Bob Mobility");
    private static final SecureRandom RANDOM = new SecureRandom();
    private static final LocalKey ALICE_SIGNS = LocalKey.fresh(RANDOM);
    private static final LocalKey BOB_SIGNS = LocalKey.fresh(RANDOM);
    private static final LocalKey OPERATOR = LocalKey.fresh(RANDOM);

    private static final String[] STEPS = {
        "GET locations",
        "GET tariffs",
        "START_SESSION",
        "result of command",
        "PUT session",
        "START_SESSION",
        "result of command",
        "PUT session",
        "session update",
        "session update",
        "STOP_SESSION",
        "result of command",
        "session update",
        "STOP_SESSION",
        "result of command",
        "session update",
        "POST cdr",
        "POST cdr"
    };

    @TempDir private Path folder = Path.of("");

    private static final Outlet FIRST =
            new Outlet("first", "a canned one", "LOC1", "LOC1-E1", new BigDecimal("7"));
    private static final Outlet SECOND =
            new Outlet("second", "a canned one", "LOC1", "LOC1-E2", new BigDecimal("2.2"));

    private final StringWriter printed = new StringWriter();
    private final AtomicReference<BridgedEmsp> bob = new AtomicReference<>();

    @Test
    void twoChargesRoamStepByStepWithTheirSignatures() throws Exception {
        List<Receipt> receipts = tell(Optional.of(ALICE_SIGNS), cdr -> bill(cdr, "0"));

        assertThat(receipts)
                .extracting(Receipt::bill)
                .containsExactly(bill("7", "3.76", "4.47"), bill("2.2", "1.60", "1.90"));
        assertThat(printed.toString().lines().filter(line -> line.contains("→")))
                .extracting(line -> line.strip().split("\\s{2,}", -1)[1])
                .containsExactly(STEPS);
        assertThat(printed.toString())
                .contains("NL/BOB → south → north → DE/ALC")
                .contains("DE/ALC → north → south → NL/BOB")
                .contains("request signed by DE/ALC, valid at NL/BOB")
                .contains("answer signed by DE/ALC, valid at NL/BOB");
    }

    private static Bill bill(String kwh, String net, String gross) {
        return new Bill(new BigDecimal(kwh), new BigDecimal(net), new BigDecimal(gross), "EUR");
    }

    @Test
    void theStepAtWhichASignatureIsMissingIsNamed() {
        assertThatThrownBy(() -> tell(Optional.empty(), cdr -> bill(cdr, "0")))
                .isInstanceOfSatisfying(
                        StoryFailed.class,
                        failed ->
                                assertThat(failed.reason())
                                        .startsWith("step 1 (GET locations) failed:")
                                        .contains("NL/BOB does not trust the answer"));
    }

    @Test
    void booksThatDoNotAgreeAreToldWithBothAmounts() {
        assertThatThrownBy(() -> tell(Optional.of(ALICE_SIGNS), cdr -> bill(cdr, "0.01")))
                .isInstanceOfSatisfying(
                        StoryFailed.class,
                        failed ->
                                assertThat(failed.reason())
                                        .contains("(POST cdr) failed:")
                                        .contains("4.4700 EUR", "4.4800 EUR"));
    }

    /** What the CPO's books say, where they are not those of a canned one. */
    private Bill bill(String cdr, String more) {
        CDR bobs =
                bob.get().received().cdrs().all().stream()
                        .filter(one -> one.id().text().equals(cdr))
                        .findFirst()
                        .orElseThrow();
        return new Bill(
                bobs.totalEnergy(),
                bobs.totalCost().exclVat(),
                bobs.totalCost().inclVat().orElseThrow().add(new BigDecimal(more)),
                bobs.currency());
    }

    private List<Receipt> tell(Optional<LocalKey> alices, Books books) throws Exception {
        Seams seams = Seams.real();
        Map<String, String> registry = registry();
        try (BridgedCpo alice =
                        BridgedCpo.open(plan(ALICE, alices, registry), seams, Clock.systemUTC());
                BridgedEmsp emsp =
                        BridgedEmsp.open(plan(BOB, Optional.of(BOB_SIGNS), registry), seams);
                ExecutorService cars = Executors.newVirtualThreadPerTaskExecutor()) {
            bob.set(emsp);
            emsp.party().awaitParties(2, Duration.ofSeconds(30));
            emsp.party().join(alice.party().versions(), alice.party().invite());
            Teller teller = new Teller(new Screen(new PrintWriter(printed), false), names());
            Way way = new Way(BOB.party(), "south", "north", ALICE.party());
            Stage stage = new Stage(emsp, way, teller, books, Optional::empty);
            Future<?> charging = cars.submit(() -> charge(alice, emsp));
            try {
                return new RoamingStory(stage, List.of(FIRST, SECOND)).tell();
            } finally {
                charging.cancel(true);
            }
        }
    }

    /** As soon as both are plugged in, both get all that they want. */
    private static void charge(BridgedCpo alice, BridgedEmsp emsp) {
        await().atMost(Duration.ofMinutes(1))
                .until(() -> emsp.received().sessions().all().size() == 2);
        for (Session session : emsp.received().sessions().all()) {
            boolean first = session.evseUid().text().equals(FIRST.evse());
            BigDecimal all = (first ? FIRST : SECOND).enough();
            assertThat(alice.charge(BOB.party(), session.id().text(), all)).isTrue();
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
