package network.opencharging.registry.chain.tx;

import static network.opencharging.registry.Cast.NORTH;
import static network.opencharging.registry.Cast.NORTH_ADDRESS;
import static network.opencharging.registry.Cast.NORTH_KEY;
import static network.opencharging.registry.Cast.SOUTH_KEY;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import network.opencharging.protocol.key.Address;
import network.opencharging.registry.Cast;
import network.opencharging.registry.OnChain;
import network.opencharging.registry.chain.key.Wallet;
import network.opencharging.registry.contract.RegistryCalls;
import network.opencharging.registry.contract.RegistryErrors;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.math.BigInteger;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;

class LaneTest {
    private static final Address SOMEBODY = new Address("0x" + "5".repeat(40));

    private OnChain net;
    private RegistryCalls calls;

    @BeforeEach
    void aChain() throws IOException {
        net = OnChain.start();
        calls = new RegistryCalls(net.registry());
    }

    @AfterEach
    void close() {
        net.close();
    }

    @Test
    void whatPassesIsMinedAndItsCostIsTold() throws IOException {
        BigInteger before = net.rpc().balance(NORTH_ADDRESS);
        Outcome outcome = net.lane(NORTH_KEY).send(calls.setNode(NORTH.url()), OnChain.SHORT);

        assertThat(outcome)
                .isInstanceOfSatisfying(
                        Outcome.Mined.class,
                        mined -> {
                            assertThat(mined.cost()).isPositive();
                            assertThat(mined.created()).isEmpty();
                        });
        assertThat(before.subtract(net.rpc().balance(NORTH_ADDRESS)))
                .isEqualTo(((Outcome.Mined) outcome).cost());
    }

    @Test
    void aRefusalIsToldInWordsBeforeAnythingIsSent() throws IOException {
        net.node(NORTH_KEY, NORTH);
        Outcome outcome = net.lane(SOUTH_KEY).send(calls.setNode(NORTH.url()), OnChain.SHORT);

        assertThat(outcome)
                .isEqualTo(
                        new Outcome.Refused(
                                "domain 'https://north.example' belongs to operator "
                                        + NORTH_ADDRESS,
                                java.util.Optional.empty()));
        assertThat(net.rpc().nextNonce(Cast.address(SOUTH_KEY))).isEqualTo(BigInteger.ZERO);
    }

    @Test
    void aRefusalInTheBlockIsToldToo() throws Exception {
        net.chain().call("evm_setAutomine", "false");
        Outcome second = net.lane(SOUTH_KEY).submit(calls.setNode(NORTH.url()));
        // It passes when it is looked at; somebody who pays more comes before it.
        net.chain().call("anvil_impersonateAccount", quoted(NORTH_ADDRESS.lowerCase()));
        net.chain()
                .call(
                        "eth_sendTransaction",
                        """
                        {"from":"%s","to":"%s","data":"%s","gas":"0x40000",
                         "maxFeePerGas":"0x174876e800","maxPriorityFeePerGas":"0x174876e800"}
                        """
                                .formatted(
                                        NORTH_ADDRESS.lowerCase(),
                                        net.registry().address().lowerCase(),
                                        calls.setNode(NORTH.url()).data()));
        net.chain().mine(1);

        Outcome outcome =
                net.lane(SOUTH_KEY).await(((Outcome.Pending) second).sent(), OnChain.SHORT);
        assertThat(outcome)
                .isInstanceOfSatisfying(
                        Outcome.Refused.class,
                        refused -> {
                            assertThat(refused.reason()).contains("belongs to operator");
                            assertThat(refused.hash()).isPresent();
                        });
    }

    private static String quoted(String text) {
        return '"' + text + '"';
    }

    @Test
    void whoCannotPayIsToldHowMuchIsMissingAndNothingIsSent() throws IOException {
        net.chain().fund(NORTH_ADDRESS, BigInteger.ONE);
        Outcome outcome = net.lane(NORTH_KEY).submit(calls.setNode(NORTH.url()));
        assertThat(outcome)
                .isInstanceOfSatisfying(
                        Outcome.Unaffordable.class,
                        poor -> {
                            assertThat(poor.balance()).isEqualTo(BigInteger.ONE);
                            assertThat(poor.needed()).isGreaterThan(BigInteger.ONE);
                        });
    }

    @Test
    void whatIsSentWithoutWaitingKeepsItsOrder() throws IOException {
        net.chain().call("evm_setAutomine", "false");
        Lane lane = net.lane(NORTH_KEY);
        List<Outcome.Sent> sent = new ArrayList<>();
        for (int i = 0; i < 10; i++) {
            Call call = calls.setNode(URI.create("https://north" + i + ".example"));
            sent.add(((Outcome.Pending) lane.submit(call)).sent());
        }
        net.chain().mine(1);

        for (Outcome.Sent each : sent) {
            assertThat(lane.await(each, OnChain.SHORT)).isInstanceOf(Outcome.Mined.class);
        }
        assertThat(net.registry().operators(net.rpc().latest().number()))
                .singleElement()
                .satisfies(north -> assertThat(north.url()).hasToString("https://north9.example"));
    }

    @Test
    void aStuckTransactionIsOfferedAgainInTheSamePlaceForMore() throws Exception {
        net.chain().call("evm_setAutomine", "false");
        Lane lane = net.lane(NORTH_KEY);
        Patience impatient =
                new Patience(Duration.ofMillis(10), Duration.ofMillis(200), OnChain.PATIENCE);
        CompletableFuture<Outcome> outcome =
                CompletableFuture.supplyAsync(() -> {
                    try {
                        return lane.send(calls.setNode(NORTH.url()), impatient);
                    } catch (IOException e) {
                        throw new IllegalStateException(e);
                    }
                });
        await().atMost(OnChain.PATIENCE).until(() -> offered() > 0);
        long first = offered();
        await().atMost(OnChain.PATIENCE).until(() -> offered() > first);
        net.chain().mine(1);

        assertThat(outcome.get()).isInstanceOf(Outcome.Mined.class);
        assertThat(net.rpc().nextNonce(NORTH_ADDRESS)).isEqualTo(BigInteger.ONE);
    }

    /** The most that North's waiting transaction offers for a unit of gas. */
    private long offered() throws IOException {
        String pool = net.chain().call("txpool_content", "");
        java.util.regex.Matcher offer =
                java.util.regex.Pattern.compile("\"maxFeePerGas\":\"(0x\\w+)\"").matcher(pool);
        return offer.find() ? Long.decode(offer.group(1)) : 0;
    }

    @Test
    void whoGivesUpWaitingCanWaitAgainLater() throws IOException, ExecutionException {
        net.chain().call("evm_setAutomine", "false");
        Lane lane = net.lane(NORTH_KEY);
        Patience none = new Patience(Duration.ofMillis(5), OnChain.PATIENCE, Duration.ofMillis(20));
        Outcome pending = lane.send(calls.setNode(NORTH.url()), none);
        assertThat(pending).isInstanceOf(Outcome.Pending.class);

        net.chain().mine(1);
        assertThat(lane.await(((Outcome.Pending) pending).sent(), OnChain.SHORT))
                .isInstanceOf(Outcome.Mined.class);
    }

    @Test
    void chainsWithoutDynamicFeesGetTheOldPrice() throws IOException {
        Lane lane =
                new Lane(
                        net.rpc(),
                        Wallet.of(NORTH_KEY),
                        FeePolicy.usual().legacy(),
                        new RegistryErrors());
        Forecast forecast = lane.forecast(Call.pay(SOMEBODY, BigInteger.TEN));
        assertThat(((Forecast.Passes) forecast).fee()).isInstanceOf(Fee.Legacy.class);
        assertThat(lane.send(Call.pay(SOMEBODY, BigInteger.TEN), OnChain.SHORT))
                .isInstanceOf(Outcome.Mined.class);
        assertThat(net.rpc().balance(SOMEBODY)).isEqualTo(BigInteger.TEN);
    }

    @Test
    void noOfferGoesBeyondTheCeiling() throws IOException {
        BigInteger ceiling = BigInteger.valueOf(2_000_000_000L);
        Lane lane =
                new Lane(
                        net.rpc(),
                        Wallet.of(NORTH_KEY),
                        new FeePolicy(BigInteger.ONE, ceiling, true),
                        new RegistryErrors());
        net.chain().call("anvil_setNextBlockBaseFeePerGas", "\"0x6fc23ac00\"");
        net.chain().mine(1);
        Forecast forecast = lane.forecast(Call.pay(SOMEBODY, BigInteger.TEN));
        assertThat(((Forecast.Passes) forecast).fee().most()).isEqualTo(ceiling);
    }
}
