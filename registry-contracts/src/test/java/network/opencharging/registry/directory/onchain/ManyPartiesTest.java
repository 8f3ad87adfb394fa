package network.opencharging.registry.directory.onchain;

import static network.opencharging.registry.Cast.NORTH;
import static network.opencharging.registry.Cast.NORTH_ADDRESS;
import static network.opencharging.registry.Cast.NORTH_KEY;

import static org.assertj.core.api.Assertions.assertThat;

import network.opencharging.protocol.key.Address;
import network.opencharging.protocol.key.PrivateKey;
import network.opencharging.protocol.party.PartyId;
import network.opencharging.protocol.party.Role;
import network.opencharging.registry.Cast;
import network.opencharging.registry.OnChain;
import network.opencharging.registry.chain.key.Wallet;
import network.opencharging.registry.chain.tx.Lane;
import network.opencharging.registry.contract.RegistryCalls;
import network.opencharging.registry.contract.RegistryContract;
import network.opencharging.registry.contract.RegistryMessages;
import network.opencharging.registry.contract.RegistryMessages.Terms;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.math.BigInteger;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.Set;

/**
 * Five hundred parties, each signed by its own key and sent by one relayer; every tenth is
 * admitted.
 */
class ManyPartiesTest {
    private static final int MANY = 500;
    private static final Instant LATER = Instant.parse("2100-01-01T00:00:00Z");

    @TempDir private Path folder;

    @Test
    void allAreReadInPagesAndFollowed() throws IOException {
        try (OnChain net = OnChain.start()) {
            net.node(NORTH_KEY, NORTH);
            Lane relayer = net.lane(NORTH_KEY);
            for (int i = 0; i < MANY; i++) {
                list(net.registry(), relayer, i);
            }
            ChainDirectory directory =
                    new ChainDirectory(net.registry(), folder.resolve("index"), Clock.systemUTC());

            directory.catchUp();

            assertThat(directory.freshness().trouble()).isEmpty();
            assertThat(directory.snapshot().parties()).hasSize(MANY);
            assertThat(directory.snapshot().partiesOf(NORTH_ADDRESS)).hasSize(MANY / 10);
            assertThat(directory.snapshot().party(id(MANY - 1)).orElseThrow().address())
                    .isEqualTo(Cast.address(Cast.key(1000 + MANY - 1)));

            list(net.registry(), relayer, MANY);
            assertThat(MANY % 10).as("the last one is admitted").isZero();
            directory.catchUp();
            assertThat(directory.snapshot().operatorOf(id(MANY))).contains(NORTH);
        }
    }

    private static void list(RegistryContract registry, Lane relayer, int number)
            throws IOException {
        PrivateKey key = Cast.key(1000 + number);
        Address party = Cast.address(key);
        RegistryMessages messages = new RegistryMessages(246, registry.address());
        RegistryCalls calls = new RegistryCalls(registry);
        Set<Role> roles = Set.of(Role.CPO, Role.EMSP);
        String message =
                messages.setParty(
                        new Terms(party, BigInteger.ZERO, LATER), id(number), roles, NORTH_ADDRESS);
        String signature = Wallet.of(key).signTyped(message);
        if (number % 10 == 0) {
            relayer.send(calls.admitParty(party, id(number)), OnChain.SHORT);
        }
        relayer.send(
                calls.setPartySigned(party, id(number), roles, NORTH_ADDRESS, LATER, signature),
                OnChain.SHORT);
    }

    private static PartyId id(int number) {
        String letters = "ABCDEFGHIJKLMNOPQRSTUVWXYZ";
        return new PartyId("DE", letters.charAt(number / 100) + "%02d".formatted(number % 100));
    }
}
