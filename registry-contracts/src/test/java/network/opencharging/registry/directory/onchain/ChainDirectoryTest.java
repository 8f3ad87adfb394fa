package network.opencharging.registry.directory.onchain;

import static network.opencharging.registry.Cast.ALC;
import static network.opencharging.registry.Cast.ALICE_KEY;
import static network.opencharging.registry.Cast.BOB;
import static network.opencharging.registry.Cast.BOB_KEY;
import static network.opencharging.registry.Cast.NORTH;
import static network.opencharging.registry.Cast.NORTH_ADDRESS;
import static network.opencharging.registry.Cast.NORTH_KEY;
import static network.opencharging.registry.Cast.SOUTH;
import static network.opencharging.registry.Cast.SOUTH_ADDRESS;
import static network.opencharging.registry.Cast.SOUTH_KEY;
import static network.opencharging.registry.Cast.alice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import network.opencharging.protocol.key.Address;
import network.opencharging.protocol.party.Role;
import network.opencharging.protocol.route.ModuleId;
import network.opencharging.registry.Cast;
import network.opencharging.registry.OnChain;
import network.opencharging.registry.chain.dev.ChainSettings;
import network.opencharging.registry.chain.dev.DevelopmentChain;
import network.opencharging.registry.contract.RegistryContract;
import network.opencharging.registry.directory.Modules;
import network.opencharging.registry.directory.Snapshot;
import network.opencharging.registry.listing.Wish;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.net.BindException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Set;

class ChainDirectoryTest {
    private static final Instant NOON = Instant.parse("2026-01-31T12:00:00Z");

    @TempDir private Path folder;
    private OnChain net;
    private ChainDirectory directory;

    @BeforeEach
    void aChainWithTwoNodesAndAlice() throws IOException {
        net = OnChain.start();
        net.node(NORTH_KEY, NORTH);
        net.node(SOUTH_KEY, SOUTH);
        net.party(ALICE_KEY, ALC, Role.CPO, NORTH_KEY);
        directory = at(NOON);
    }

    private ChainDirectory at(Instant now) {
        return at(net.registry(), now);
    }

    private ChainDirectory at(RegistryContract registry, Instant now) {
        return new ChainDirectory(
                registry, folder.resolve("index"), Clock.fixed(now, ZoneOffset.UTC));
    }

    @AfterEach
    void close() {
        directory.close();
        net.close();
    }

    @Test
    void itIsFilledFromTheContract() {
        directory.catchUp();

        assertThat(directory.freshness().trouble()).isEmpty();
        assertThat(directory.snapshot().parties()).containsExactly(alice(NORTH));
        assertThat(directory.snapshot().operators()).containsExactlyInAnyOrder(NORTH, SOUTH);
        assertThat(directory.snapshot().operatorOf(ALC)).contains(NORTH);
        assertThat(directory.freshness().age(NOON.plusSeconds(3))).contains(Duration.ofSeconds(3));
    }

    @Test
    void everyChangeIsFollowed() throws IOException {
        directory.catchUp();

        net.carryOut(
                ALICE_KEY,
                new Wish.SetModules(
                        new Modules(Set.of(ModuleId.LOCATIONS), Set.of(ModuleId.COMMANDS))));
        directory.catchUp();
        assertThat(directory.snapshot().party(ALC).orElseThrow().modules().sender())
                .containsExactly(ModuleId.LOCATIONS);

        net.party(ALICE_KEY, ALC, Role.HUB, SOUTH_KEY);
        directory.catchUp();
        assertThat(directory.snapshot().operatorOf(ALC)).contains(SOUTH);
        assertThat(directory.snapshot().partiesOf(NORTH_ADDRESS)).isEmpty();
        assertThat(directory.snapshot().party(ALC).orElseThrow().roles()).containsExactly(Role.HUB);

        net.carryOut(SOUTH_KEY, new Wish.DismissParty(Cast.address(ALICE_KEY)));
        directory.catchUp();
        assertThat(directory.snapshot().operatorOf(ALC)).isEmpty();

        net.carryOut(SOUTH_KEY, new Wish.DeleteNode());
        net.carryOut(ALICE_KEY, new Wish.DeleteParty());
        directory.catchUp();
        assertThat(directory.snapshot()).isEqualTo(fresh());
        assertThat(directory.snapshot().parties()).isEmpty();
        assertThat(directory.snapshot().operators()).containsExactly(NORTH);
    }

    /** What a newcomer reads from the contract, whom the followers must agree with. */
    private Snapshot fresh() {
        try (ChainDirectory newcomer =
                new ChainDirectory(net.registry(), folder.resolve("other"), Clock.systemUTC())) {
            newcomer.catchUp();
            return newcomer.snapshot();
        }
    }

    @Test
    void aPartyThatTakesAnotherNameLeavesTheOldOneFree() throws IOException {
        directory.catchUp();
        net.party(ALICE_KEY, Cast.BOB, Role.CPO, NORTH_KEY);
        directory.catchUp();

        assertThat(directory.snapshot().party(ALC)).isEmpty();
        assertThat(directory.snapshot().party(BOB)).isPresent();

        net.party(BOB_KEY, ALC, Role.CPO, NORTH_KEY);
        directory.catchUp();
        assertThat(directory.snapshot().party(ALC).orElseThrow().address())
                .isEqualTo(Cast.address(BOB_KEY));
    }

    @Test
    void whatAReorganisationTakesBackIsForgotten() throws IOException {
        directory.catchUp();
        String before = net.chain().call("evm_snapshot", "");
        net.party(BOB_KEY, BOB, Role.EMSP, SOUTH_KEY);
        directory.catchUp();
        assertThat(directory.snapshot().operatorOf(BOB)).contains(SOUTH);

        net.chain().call("evm_revert", before.replaceAll(".*\"result\":(\"0x\\w+\").*", "$1"));
        directory.catchUp();
        assertThat(directory.freshness().trouble())
                .as("a chain that became shorter is not believed to be current")
                .isPresent();
        net.chain().mine(10);
        directory.catchUp();

        assertThat(directory.snapshot().party(BOB)).isEmpty();
        assertThat(directory.snapshot()).isEqualTo(fresh());
        assertThat(directory.freshness().trouble()).isEmpty();
    }

    @Test
    void whatAReorganisationTookBackDuringARestartIsForgotten() throws IOException {
        directory.catchUp();
        net.party(BOB_KEY, BOB, Role.EMSP, SOUTH_KEY);
        directory.catchUp();
        directory.close();

        net.chain().call("anvil_reorg", "3,[]");
        ChainDirectory restarted = at(NOON);
        restarted.load();
        assertThat(restarted.snapshot().party(BOB)).isPresent();
        restarted.catchUp();

        assertThat(restarted.snapshot().party(BOB)).isEmpty();
        assertThat(restarted.snapshot()).isEqualTo(fresh());
    }

    @Test
    void aReorganisationWithoutOurLogsCostsNothing() throws IOException {
        directory.catchUp();
        net.chain().mine(5);
        directory.catchUp();
        Snapshot before = directory.snapshot();

        net.chain().call("anvil_reorg", "3,[]");
        directory.catchUp();

        assertThat(directory.snapshot()).isSameAs(before);
        assertThat(directory.freshness().trouble()).isEmpty();
    }

    @Test
    void withoutTheChainItGoesOnWithWhatItHasAndSaysSo() throws IOException {
        directory.catchUp();
        net.chain().close();
        directory.catchUp();

        assertThat(directory.snapshot().operatorOf(ALC)).contains(NORTH);
        assertThat(directory.freshness().reachable()).isFalse();
        assertThat(directory.freshness().trouble().orElseThrow()).contains("127.0.0.1");
        assertThat(directory.freshness().confirmedAt()).contains(NOON);
    }

    @Test
    void itStartsFromItsFileWhileTheChainIsDownAndSaysHowOldThatIs() {
        directory.catchUp();
        directory.close();
        net.close();

        directory = at(NOON.plus(Duration.ofHours(5)));
        directory.load();
        directory.catchUp();

        assertThat(directory.snapshot().operatorOf(ALC)).contains(NORTH);
        assertThat(directory.freshness().loaded()).isTrue();
        assertThat(directory.freshness().reachable()).isFalse();
        assertThat(directory.freshness().age(NOON.plus(Duration.ofHours(5))))
                .contains(Duration.ofHours(5));
    }

    @Test
    void itFollowsByItselfAndComesBackWithTheChain() throws IOException {
        Path state = folder.resolve("state.json");
        net.close();
        net = OnChain.start(ChainSettings.forTests().withStateFile(state).withPort(lastingPort()));
        net.node(NORTH_KEY, NORTH);
        directory = at(net.registry(), NOON);
        directory.start(Duration.ofMillis(20));
        await().atMost(OnChain.PATIENCE)
                .until(() -> directory.snapshot().operator(NORTH_ADDRESS).isPresent());

        int port = net.chain().port();
        net.chain().close();
        await().atMost(OnChain.PATIENCE).until(() -> !directory.freshness().reachable());

        try (DevelopmentChain again =
                DevelopmentChain.start(
                        ChainSettings.forTests().withStateFile(state).withPort(port))) {
            assertThat(again.running()).isTrue();
            await().atMost(OnChain.PATIENCE).until(() -> directory.freshness().reachable());
            net.node(SOUTH_KEY, SOUTH);
            await().atMost(OnChain.PATIENCE)
                    .until(() -> directory.snapshot().operator(SOUTH_ADDRESS).isPresent());
        }
    }

    /**
     * A port that stays free while nobody listens: below those that the system gives to callers,
     * who would take it between two chains.
     */
    private static int lastingPort() throws IOException {
        for (int port = 21_000 + (int) (ProcessHandle.current().pid() % 8_000); ; port++) {
            try (ServerSocket probe = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
                return probe.getLocalPort();
            } catch (BindException taken) {
                // The next one, then.
            }
        }
    }

    @Test
    void aDamagedFileCountsAsNone() throws IOException {
        directory.catchUp();
        Path file = folder.resolve("index");
        Files.writeString(file, Files.readString(file).replace("north", "south"));

        ChainDirectory restarted = at(NOON);
        restarted.load();
        assertThat(restarted.snapshot()).isEqualTo(Snapshot.empty());
        restarted.catchUp();
        assertThat(restarted.snapshot()).isEqualTo(directory.snapshot());
    }

    @Test
    void theFileOfAnotherRegistryIsNotUsed() {
        directory.catchUp();
        ChainDirectory other =
                at(new RegistryContract(net.rpc(), new Address(NORTH_ADDRESS.lowerCase())), NOON);
        other.load();
        assertThat(other.snapshot()).isEqualTo(Snapshot.empty());
        other.catchUp();
        assertThat(other.freshness().trouble().orElseThrow())
                .contains("there is no registry at " + NORTH_ADDRESS);
    }
}
