package network.opencharging.registry.directory.onchain;

import static network.opencharging.registry.Cast.ALC;
import static network.opencharging.registry.Cast.ALICE_KEY;
import static network.opencharging.registry.Cast.NORTH;
import static network.opencharging.registry.Cast.NORTH_KEY;

import static org.assertj.core.api.Assertions.assertThat;

import network.opencharging.protocol.party.Role;
import network.opencharging.registry.OnChain;
import network.opencharging.registry.chain.rpc.Blocks;
import network.opencharging.registry.chain.rpc.ChainProfile;
import network.opencharging.registry.chain.rpc.Rpc;
import network.opencharging.registry.contract.RegistryContract;
import network.opencharging.registry.listing.Wish;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;

/** Which of the chain's blocks are believed. */
class BelievedBlocksTest {
    @TempDir private Path folder;
    private OnChain net;

    @BeforeEach
    void aChainWithNorthAndAlice() throws IOException {
        net = OnChain.start();
        net.node(NORTH_KEY, NORTH);
        net.party(ALICE_KEY, ALC, Role.CPO, NORTH_KEY);
    }

    @AfterEach
    void close() {
        net.close();
    }

    @Test
    void withConfirmationsItWaitsUntilBlocksStandOnAChange() throws IOException {
        net.chain().mine(3);
        try (Rpc rpc = asking(new Blocks(3, Duration.ofSeconds(1), Optional.empty()))) {
            ChainDirectory patient = directory(rpc, Clock.systemUTC());
            patient.catchUp();
            assertThat(patient.snapshot().operatorOf(ALC)).contains(NORTH);

            net.carryOut(ALICE_KEY, new Wish.DeleteParty());
            patient.catchUp();
            assertThat(patient.snapshot().operatorOf(ALC)).contains(NORTH);

            net.chain().mine(3);
            patient.catchUp();
            assertThat(patient.snapshot().party(ALC)).isEmpty();
        }
    }

    @Test
    void aChainThatNoLongerGrowsIsTold() {
        Blocks growing = new Blocks(0, Duration.ofSeconds(1), Optional.of(Duration.ofMinutes(1)));
        try (Rpc rpc = asking(growing)) {
            ChainDirectory later =
                    directory(rpc, Clock.offset(Clock.systemUTC(), Duration.ofMinutes(10)));
            later.catchUp();
            assertThat(later.snapshot().operatorOf(ALC)).contains(NORTH);
            assertThat(later.freshness().trouble().orElseThrow()).contains("seconds old");
        }
    }

    private Rpc asking(Blocks blocks) {
        return new Rpc(
                new ChainProfile(
                        "careful",
                        246,
                        net.rpc().chain().endpoints(),
                        Duration.ofSeconds(30),
                        blocks));
    }

    private ChainDirectory directory(Rpc rpc, Clock clock) {
        return new ChainDirectory(
                new RegistryContract(rpc, net.registry().address()),
                folder.resolve("index"),
                clock);
    }
}
