package network.opencharging.cpo.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import network.opencharging.cpo.ocpp.central.Transaction;
import network.opencharging.cpo.ocpp.central.TransactionBook;
import network.opencharging.cpo.ocpp.message.Authorization;
import network.opencharging.cpo.ocpp.message.EvseKey;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;

/** What every database must do for transactions. */
abstract class TransactionBookContract {
    private static final Instant NOON = Instant.parse("2026-01-01T12:00:00Z");
    private static final EvseKey KEY = new EvseKey("CS", 1, 1);

    private CpoDatabase database;

    abstract CpoDatabase database();

    @BeforeEach
    void emptied() {
        database = database();
        for (String table : List.of("transaction", "transaction_news", "orphan")) {
            database.client().sql("delete from cpo_" + table).update();
        }
    }

    private JdbcTransactions transactions() {
        return new JdbcTransactions(database.jdbc(), database.transactions());
    }

    private static TransactionBook.Start start(String name, String token) {
        return new TransactionBook.Start(
                KEY,
                name,
                Optional.of("S-1"),
                Optional.of(token),
                NOON,
                Optional.of(100L),
                Authorization.Verdict.ACCEPTED);
    }

    @Test
    void aStartAgainIsTheSameTransactionWithItsFirstVerdict() {
        JdbcTransactions transactions = transactions();
        TransactionBook.Kept first = transactions.begin(start("", "A"));
        assertThat(first.fresh()).isTrue();
        assertThat(first.transaction().name())
                .isEqualTo(String.valueOf(first.transaction().number()));
        TransactionBook.Start again =
                new TransactionBook.Start(
                        KEY,
                        "",
                        Optional.empty(),
                        Optional.of("A"),
                        NOON,
                        Optional.of(100L),
                        Authorization.Verdict.CONCURRENT_TX);
        assertThat(transactions.begin(again))
                .isEqualTo(new TransactionBook.Kept(first.transaction(), false));
        assertThat(transactions.ofSession("CS", "S-1")).contains(first.transaction());
        assertThat(transactions.charges("A")).isTrue();
    }

    /** The same start on two connections in one moment. */
    @Test
    void twoConnectionsBeginOneTransaction() throws Exception {
        JdbcTransactions transactions = transactions();
        try (ExecutorService all = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<TransactionBook.Kept>> begun =
                    IntStream.range(0, 8)
                            .mapToObj(_ ->
                                    all.submit(() ->
                                            transactions.together(
                                                    () -> transactions.begin(start("", "B")))))
                            .toList();
            Set<Integer> numbers = new HashSet<>();
            int fresh = 0;
            for (Future<TransactionBook.Kept> one : begun) {
                numbers.add(one.get().transaction().number());
                fresh += one.get().fresh() ? 1 : 0;
            }
            assertThat(numbers).hasSize(1);
            assertThat(fresh).isOne();
        }
    }

    @Test
    void theFirstEndCounts() {
        JdbcTransactions transactions = transactions();
        transactions.begin(start("T-1", "C"));
        Transaction.End end = new Transaction.End(NOON.plusSeconds(60), Optional.of(200L), "Local");
        assertThat(transactions.end("CS", "T-1", end).orElseThrow().fresh()).isTrue();
        TransactionBook.Kept again =
                transactions
                        .end("CS", "T-1", new Transaction.End(NOON, Optional.of(999L), "Reboot"))
                        .orElseThrow();
        assertThat(again.fresh()).isFalse();
        assertThat(again.transaction().end()).contains(end);
        assertThat(transactions.end("CS", "T-2", end)).isEmpty();
        assertThat(transactions.charges("C")).isFalse();
        transactions.orphan("CS", "-1", end);
        transactions.orphan("CS", "-1", end);
        assertThat(
                        database.client()
                                .sql("select count(*) from cpo_orphan")
                                .query(Long.class)
                                .single())
                .isOne();
    }

    @Test
    void newsCountOnce() {
        JdbcTransactions transactions = transactions();
        assertThat(transactions.note("CS", "T", 1, NOON)).isTrue();
        assertThat(transactions.note("CS", "T", 1, NOON)).isFalse();
        assertThat(transactions.note("CS", "T", 2, NOON)).isTrue();
    }

    /** A crash between two of its parts must not leave news noted whose values are missing. */
    @Test
    void newsAreKeptAsAWholeOrNotAtAll() {
        JdbcTransactions transactions = transactions();
        assertThatThrownBy(() ->
                        transactions.together(() -> {
                            transactions.note("CS", "T-9", 0, NOON);
                            transactions.begin(start("T-9", "F"));
                            throw new IllegalStateException("the power fails");
                        }))
                .hasMessage("the power fails");
        assertThat(transactions.find("CS", "T-9")).isEmpty();
        assertThat(transactions.note("CS", "T-9", 0, NOON)).isTrue();
    }

    @Test
    void transactionsAreFoundByWhatTheyAre() {
        JdbcTransactions transactions = transactions();
        transactions.begin(start("T-1", "D"));
        transactions.begin(start("T-2", "E"));
        transactions.end("CS", "T-1", new Transaction.End(NOON, Optional.empty(), "Local"));
        assertThat(names(transactions, Optional.empty(), Optional.empty()))
                .containsExactly("T-2", "T-1");
        assertThat(names(transactions, Optional.empty(), Optional.of(true))).containsExactly("T-2");
        assertThat(names(transactions, Optional.of("D"), Optional.of(false)))
                .containsExactly("T-1");
    }

    private static List<String> names(
            JdbcTransactions transactions, Optional<String> token, Optional<Boolean> active) {
        return transactions
                .latest(new TransactionBook.Wish(Optional.of("CS"), token, active, 10))
                .stream()
                .map(Transaction::name)
                .toList();
    }
}
