package network.opencharging.registry.chain.key;

import static network.opencharging.registry.Cast.NORTH;
import static network.opencharging.registry.Cast.NORTH_ADDRESS;
import static network.opencharging.registry.Cast.NORTH_KEY;
import static network.opencharging.registry.Cast.SOUTH_ADDRESS;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import network.opencharging.registry.OnChain;
import network.opencharging.registry.chain.rpc.NotSigned;
import network.opencharging.registry.chain.tx.FeePolicy;
import network.opencharging.registry.chain.tx.Lane;
import network.opencharging.registry.chain.tx.Outcome;
import network.opencharging.registry.contract.RegistryCalls;
import network.opencharging.registry.contract.RegistryErrors;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.net.URI;
import java.util.Optional;

/** Signing by a service that holds the key, and keeping it when the service will not. */
class RemoteWalletTest {
    private SigningService service;

    @BeforeEach
    void aServiceThatHoldsTheKeyOfNorth() throws IOException {
        service = SigningService.of(NORTH_KEY);
    }

    @AfterEach
    void close() {
        service.close();
    }

    @Test
    void whatItSignsTheChainTakes() throws IOException {
        RemoteWallet wallet = RemoteWallet.at(service.url(), Optional.empty());
        assertThat(wallet.address()).isEqualTo(NORTH_ADDRESS);
        try (OnChain net = OnChain.start()) {
            Lane lane = new Lane(net.rpc(), wallet, FeePolicy.usual(), new RegistryErrors());

            Outcome outcome =
                    lane.send(
                            new RegistryCalls(net.registry()).setNode(NORTH.url()), OnChain.SHORT);

            assertThat(outcome).isInstanceOf(Outcome.Mined.class);
            assertThat(net.registry().operators(net.rpc().latest().number()))
                    .containsExactly(NORTH);
        }
    }

    @Test
    void aTypedMessageIsSignedAsTheKeyAtHandWouldSignIt() throws IOException {
        RemoteWallet wallet = RemoteWallet.at(service.url(), Optional.of(NORTH_ADDRESS));
        String message =
                """
                {"types":{"EIP712Domain":[{"name":"name","type":"string"}],
                "Note":[{"name":"text","type":"string"}]},
                "primaryType":"Note","domain":{"name":"test"},"message":{"text":"hello"}}\
                """;

        String signed = wallet.signTyped(message);
        assertThat(signed).isEqualTo(Wallet.of(NORTH_KEY).signTyped(message));

        service.knowsOnlyTheNewName();
        assertThat(wallet.signTyped(message)).isEqualTo(signed);
    }

    @Test
    void aKeyThatItDoesNotHoldIsNamed() {
        assertThatThrownBy(() -> RemoteWallet.at(service.url(), Optional.of(SOUTH_ADDRESS)))
                .isInstanceOf(NotSigned.class)
                .hasMessageContaining("holds no key of " + SOUTH_ADDRESS);
    }

    @Test
    void aServiceThatIsAwayIsNamed() {
        assertThatThrownBy(
                        () -> RemoteWallet.at(URI.create("http://127.0.0.1:1"), Optional.empty()))
                .isInstanceOf(NotSigned.class)
                .hasMessageContaining("http://127.0.0.1:1 does not answer");
    }
}
