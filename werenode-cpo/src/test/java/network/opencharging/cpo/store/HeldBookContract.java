package network.opencharging.cpo.store;

import static org.assertj.core.api.Assertions.assertThat;

import network.opencharging.cpo.ocpp.central.Transaction;
import network.opencharging.cpo.ocpp.central.TransactionBook;
import network.opencharging.cpo.ocpp.held.Held;
import network.opencharging.cpo.ocpp.message.Authorization;
import network.opencharging.cpo.ocpp.message.EvseKey;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** What every database must do for what stations should hold. */
abstract class HeldBookContract {
    private static final Instant NOON = Instant.parse("2026-01-01T12:00:00Z");

    private CpoDatabase database;
    private JdbcHeld book;

    abstract CpoDatabase database();

    @BeforeEach
    void emptied() {
        database = database();
        for (String table : List.of("held", "transaction", "station")) {
            database.client().sql("delete from cpo_" + table).update();
        }
        book = new JdbcHeld(database.client());
    }

    private static Held held(Held.Kind kind, String name, Held.End end) {
        return new Held(
                new Held.Key("CS", kind, name),
                Optional.of(new Held.Content(3, "{\"a\":\"é\"}")),
                Optional.empty(),
                new Held.Standing(Held.State.HELD, "Accepted"),
                end,
                NOON);
    }

    private static Held.End never() {
        return new Held.End(Optional.empty(), Optional.empty());
    }

    private static Held.End until(Instant moment) {
        return new Held.End(Optional.of(moment), Optional.empty());
    }

    @Test
    void whatIsKeptComesBackAsItWasAndIsChanged() {
        Held list = held(Held.Kind.LOCAL_LIST, "list", never());
        Held reservation = held(Held.Kind.RESERVATION, "7", until(NOON));
        book.put(list);
        book.put(reservation);
        assertThat(book.of("CS")).containsExactlyInAnyOrder(list, reservation);
        assertThat(book.of("cs")).isEmpty();

        Held changed =
                new Held(
                        list.key(),
                        list.there(),
                        Optional.of(new Held.Content(4, "x".repeat(300_000))),
                        new Held.Standing(Held.State.UNKNOWN, "no answer"),
                        new Held.End(Optional.empty(), Optional.of("TX")),
                        NOON.plusSeconds(1));
        book.put(changed);

        assertThat(book.find(list.key())).contains(changed);
        assertThat(book.of("CS")).hasSize(2);
        assertThat(book.remove(list.key())).isTrue();
        assertThat(book.remove(list.key())).isFalse();
        assertThat(book.of("CS")).containsExactly(reservation);
    }

    @Test
    void aStationThatIsForgottenHoldsNothing() {
        book.put(held(Held.Kind.LOCAL_LIST, "list", never()));
        try (JdbcStations stations = new JdbcStations(database.jdbc(), database.transactions())) {
            assertThat(stations.remove("CS")).isFalse();
        }
        assertThat(book.of("CS")).isEmpty();
    }

    /** By its time, or with its transaction; what has neither stays. */
    @Test
    void whatIsOverIsForgotten() {
        book.put(held(Held.Kind.RESERVATION, "1", until(NOON)));
        book.put(held(Held.Kind.RESERVATION, "2", until(NOON.plusSeconds(60))));
        book.put(held(Held.Kind.CHARGING_PROFILE, "3", endsWith("ENDED")));
        book.put(held(Held.Kind.CHARGING_PROFILE, "4", endsWith("GOES-ON")));
        book.put(held(Held.Kind.LOCAL_LIST, "list", never()));
        begins("ENDED");
        begins("GOES-ON");
        transactions().end("CS", "ENDED", new Transaction.End(NOON, Optional.empty(), "Local"));

        assertThat(book.forget(NOON.plusSeconds(1))).isEqualTo(2);

        assertThat(book.of("CS").stream().map(kept -> kept.key().name()))
                .containsExactlyInAnyOrder("2", "4", "list");
    }

    private static Held.End endsWith(String transaction) {
        return new Held.End(Optional.empty(), Optional.of(transaction));
    }

    private JdbcTransactions transactions() {
        return new JdbcTransactions(database.jdbc(), database.transactions());
    }

    private void begins(String name) {
        transactions()
                .begin(
                        new TransactionBook.Start(
                                new EvseKey("CS", 1, 1),
                                name,
                                Optional.empty(),
                                Optional.of("A"),
                                NOON.minusSeconds(60),
                                Optional.empty(),
                                Authorization.Verdict.ACCEPTED));
    }
}
