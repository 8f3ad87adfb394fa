package network.opencharging.registry.chain.log;

import static network.opencharging.registry.Cast.ALC;
import static network.opencharging.registry.Cast.ALICE_KEY;
import static network.opencharging.registry.Cast.NORTH;
import static network.opencharging.registry.Cast.NORTH_KEY;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import network.opencharging.protocol.party.Role;
import network.opencharging.registry.Gateway;
import network.opencharging.registry.OnChain;
import network.opencharging.registry.chain.rpc.ChainProfile;
import network.opencharging.registry.chain.rpc.Rpc;
import network.opencharging.registry.chain.rpc.RpcRefused;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

class LogCursorTest {
    private static final Pattern RANGE =
            Pattern.compile("\"fromBlock\":\"(0x\\w+)\".*?\"toBlock\":\"(0x\\w+)\"");
    private static final String TOO_WIDE =
            """
            {"jsonrpc":"2.0","id":0,"error":{"code":-32005,"message":"block range is too wide"}}
            """;

    private OnChain net;

    @BeforeEach
    void aChain() throws IOException {
        net = OnChain.start();
    }

    @AfterEach
    void close() {
        net.close();
    }

    private LogCursor fromTheBeginning(Rpc rpc) throws IOException {
        LogCursor cursor = new LogCursor(rpc, net.registry().address());
        cursor.reset(List.of(new Mark(0, rpc.block(0).orElseThrow().hash(), false)));
        return cursor;
    }

    @Test
    void aNodeThatGivesOnlyShortRangesIsAskedForShorterOnes() throws IOException {
        net.node(NORTH_KEY, NORTH);
        net.chain().mine(40);
        net.party(ALICE_KEY, ALC, Role.CPO, NORTH_KEY);
        try (Gateway stingy = new Gateway(net.chain().httpUrl(), LogCursorTest::refuseWide);
                Rpc rpc = new Rpc(ChainProfile.development(246, stingy.url()))) {
            LogCursor cursor = fromTheBeginning(rpc);

            List<String> seen = new ArrayList<>();
            Set<String> transactions = new LinkedHashSet<>();
            while (cursor.next() instanceof Step.Advanced(var logs, long _)) {
                logs.forEach(log -> seen.add(log.getTransactionHash() + log.getLogIndex()));
                logs.forEach(log -> transactions.add(log.getTransactionHash()));
            }

            assertThat(cursor.position()).isEqualTo(net.rpc().latest().number());
            assertThat(transactions).as("creation, node, listing, admission").hasSize(4);
            assertThat(seen).doesNotHaveDuplicates();
        }
    }

    private static Optional<String> refuseWide(String request) {
        Matcher range = RANGE.matcher(request);
        boolean wide =
                range.find() && Long.decode(range.group(2)) - Long.decode(range.group(1)) > 4;
        return wide ? Optional.of(TOO_WIDE) : Optional.empty();
    }

    @Test
    void aNodeThatRefusesEvenOneBlockIsNotAskedForEver() throws IOException {
        net.chain().mine(8);
        try (Gateway refusing =
                        new Gateway(
                                net.chain().httpUrl(),
                                request ->
                                        request.contains("eth_getLogs")
                                                ? Optional.of(TOO_WIDE)
                                                : Optional.empty());
                Rpc rpc = new Rpc(ChainProfile.development(246, refusing.url()))) {
            LogCursor cursor = fromTheBeginning(rpc);
            assertThatThrownBy(cursor::next)
                    .isInstanceOf(RpcRefused.class)
                    .hasMessageContaining("too wide");
            assertThat(cursor.position()).isZero();
        }
    }

    @Test
    void itGoesBackToTheLastBlockThatBothHistoriesShare() throws IOException {
        LogCursor cursor = fromTheBeginning(net.rpc());
        cursor.next();
        long shared = cursor.position();
        net.node(NORTH_KEY, NORTH);
        cursor.next();
        net.chain().call("anvil_reorg", "1,[]");

        assertThat(cursor.next()).isEqualTo(new Step.Rewound(shared, true));
        assertThat(cursor.position()).isEqualTo(shared);
        assertThat(cursor.next())
                .isInstanceOfSatisfying(
                        Step.Advanced.class, step -> assertThat(step.logs()).isEmpty());
    }

    @Test
    void anotherHistoryFromTheRootIsALoss() throws IOException {
        LogCursor cursor = new LogCursor(net.rpc(), net.registry().address());
        cursor.reset(List.of(new Mark(0, "0x" + "1".repeat(64), false)));
        assertThat(cursor.next()).isEqualTo(new Step.Lost());
    }

    @Test
    void anEndpointThatLagsIsNotTakenForAnotherHistory() throws IOException {
        LogCursor cursor = fromTheBeginning(net.rpc());
        cursor.next();
        long head = cursor.position();
        List<Mark> marks = new ArrayList<>(cursor.marks());
        marks.add(new Mark(head + 5, "0x" + "1".repeat(64), true));
        cursor.reset(marks);

        assertThat(cursor.next()).isEqualTo(new Step.Behind(head));
        assertThat(cursor.position()).isEqualTo(head + 5);
    }
}
