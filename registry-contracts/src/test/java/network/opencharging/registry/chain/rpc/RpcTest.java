package network.opencharging.registry.chain.rpc;

import static network.opencharging.registry.Cast.NORTH_ADDRESS;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import network.opencharging.registry.Gateway;
import network.opencharging.registry.OnChain;
import network.opencharging.registry.chain.dev.ChainSettings;
import network.opencharging.registry.chain.dev.DevelopmentChain;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.math.BigInteger;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

class RpcTest {
    private static final URI NOBODY = URI.create("http://127.0.0.1:9");
    private static DevelopmentChain chain;

    @BeforeAll
    static void aChain() throws IOException {
        chain = DevelopmentChain.start(ChainSettings.forTests());
    }

    @AfterAll
    static void close() {
        chain.close();
    }

    private static Rpc asking(long chainId, URI... endpoints) {
        return asking(Duration.ofSeconds(30), chainId, endpoints);
    }

    private static Rpc asking(Duration deadline, long chainId, URI... endpoints) {
        return new Rpc(
                new ChainProfile(
                        "test", chainId, List.of(endpoints), deadline, Blocks.development()));
    }

    @Test
    void whereOneEndpointIsDownTheNextAnswersAndIsAskedFirstFromThenOn() throws IOException {
        try (Gateway second = new Gateway(chain.httpUrl(), request -> Optional.empty());
                Rpc rpc = asking(246, NOBODY, second.url())) {
            assertThat(rpc.latest().hash()).startsWith("0x");
            assertThat(rpc.balance(NORTH_ADDRESS)).isEqualTo(BigInteger.ZERO);
            assertThat(second.seen()).hasSize(3);
        }
    }

    @Test
    void anEndpointThatNeverAnswersCostsOneDeadline() throws IOException {
        try (Gateway silent = new Gateway(chain.httpUrl(), request -> Optional.of("hang"));
                Rpc rpc = asking(Duration.ofMillis(500), 246, silent.url(), chain.httpUrl())) {
            // The chain has the same short deadline; on a busy machine it may miss one, too.
            await().atMost(OnChain.PATIENCE)
                    .ignoreExceptionsInstanceOf(ChainUnreachable.class)
                    .until(() -> rpc.latest().hash().startsWith("0x"));
            assertThat(silent.seen()).as("it is asked first").isNotEmpty();
        }
    }

    @Test
    void anotherChainIsRefusedInASentenceThatSaysWhatToCheck() {
        try (Rpc rpc = asking(73799, chain.httpUrl())) {
            assertThatThrownBy(rpc::latest)
                    .isInstanceOf(WrongChain.class)
                    .hasMessageContaining("chain id 246")
                    .hasMessageContaining("73799")
                    .hasMessageContaining("check the endpoint");
        }
    }

    @Test
    void anEndpointOfAnotherChainIsPassedOver() throws IOException {
        try (DevelopmentChain volta =
                        DevelopmentChain.start(ChainSettings.forTests().withChainId(73799));
                Rpc rpc = asking(246, volta.httpUrl(), chain.httpUrl())) {
            assertThat(rpc.latest().hash()).startsWith("0x");
        }
    }

    @Test
    void whenNobodyAnswersEachReasonIsToldButNoSecretOfTheAddress() {
        URI withKey = URI.create("http://user:word@127.0.0.1:9/v3/my-api-key");
        try (Rpc rpc = asking(246, withKey)) {
            assertThatThrownBy(rpc::latest)
                    .isInstanceOf(ChainUnreachable.class)
                    .hasMessageContaining("http://127.0.0.1:9:")
                    .hasMessageNotContaining("word")
                    .hasMessageNotContaining("my-api-key");
        }
    }

    @Test
    void whatIsNotJsonRpcIsNoAnswer() throws IOException {
        for (String nonsense : List.of("<html>busy</html>", "{\"result\":", "")) {
            try (Gateway odd =
                            new Gateway(
                                    chain.httpUrl(),
                                    request ->
                                            request.contains("eth_chainId")
                                                    ? Optional.empty()
                                                    : Optional.of(nonsense));
                    Rpc rpc = asking(246, odd.url())) {
                assertThatThrownBy(rpc::latest).isInstanceOf(ChainUnreachable.class);
            }
        }
    }
}
