package network.opencharging.bridge.deliver;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

import java.util.List;

/** What every store of an outbox must do. */
public abstract class OutboxStoreContract {
    /** An empty store. */
    protected abstract OutboxStore opened();

    /** The same store as another process finds it. */
    protected abstract OutboxStore reopened();

    @Test
    void whatWasPutIsDueAndStillThereForTheNextProcess() {
        OutboxStore store = opened();
        store.put(Parcels.location("l1", "{\"v\":1}"), Parcels.NOON);

        List<Waiting> due = reopened().due(Parcels.NOON, 10);

        assertThat(due)
                .singleElement()
                .satisfies(waiting -> {
                    assertThat(waiting.parcel()).isEqualTo(Parcels.location("l1", "{\"v\":1}"));
                    assertThat(waiting.attempts()).isZero();
                });
    }

    @Test
    void theNewestStateTakesThePlaceOfTheOlder() {
        OutboxStore store = opened();
        store.put(Parcels.location("l1", "{\"v\":1}"), Parcels.NOON);
        store.put(Parcels.location("l1", "{\"v\":2}"), Parcels.NOON);

        assertThat(bodies(store)).containsExactly("{\"v\":2}");
    }

    @Test
    void aStateThatCameWhileTheOlderWasOnItsWayIsNotTakenForDelivered() {
        OutboxStore store = opened();
        store.put(Parcels.location("l1", "{\"v\":1}"), Parcels.NOON);
        Waiting older = store.due(Parcels.NOON, 10).getFirst();
        store.put(Parcels.location("l1", "{\"v\":2}"), Parcels.NOON);

        store.arrived(older);
        store.park(older, "too late", Parcels.NOON);
        store.again(older, Parcels.NOON.plusSeconds(60), "too late");

        assertThat(bodies(store)).containsExactly("{\"v\":2}");
    }

    @Test
    void whatHasArrivedIsGone() {
        OutboxStore store = opened();
        store.put(Parcels.location("l1", "{}"), Parcels.NOON);

        store.arrived(store.due(Parcels.NOON, 10).getFirst());

        assertThat(store.due(Parcels.NOON, 10)).isEmpty();
        assertThat(store.depth().waiting()).isZero();
    }

    @Test
    void whatFailedWaitsForItsTimeAndCountsItsAttempts() {
        OutboxStore store = opened();
        store.put(Parcels.location("l1", "{}"), Parcels.NOON);

        store.again(
                store.due(Parcels.NOON, 10).getFirst(), Parcels.NOON.plusSeconds(5), "no answer");

        assertThat(store.due(Parcels.NOON.plusSeconds(4), 10)).isEmpty();
        assertThat(store.due(Parcels.NOON.plusSeconds(5), 10))
                .singleElement()
                .extracting(Waiting::attempts)
                .isEqualTo(1);
    }

    @Test
    void whatIsParkedIsShownWithItsReasonUntilSomebodySendsItAgain() {
        OutboxStore store = opened();
        store.put(Parcels.location("l1", "{}"), Parcels.NOON);
        store.park(store.due(Parcels.NOON, 10).getFirst(), "HTTP 400", Parcels.NOON);

        assertThat(store.due(Parcels.NOON.plusSeconds(9), 10)).isEmpty();
        assertThat(store.parked(10)).singleElement().extracting(Parked::why).isEqualTo("HTTP 400");
        assertThat(store.depth().parked()).isEqualTo(1);

        assertThat(store.resend(Parcels.NOON.plusSeconds(1), Parcels.NOON)).isZero();
        assertThat(store.resend(Parcels.NOON, Parcels.NOON)).isEqualTo(1);
        assertThat(bodies(store)).containsExactly("{}");
    }

    @Test
    void nothingIsDueForAPartyThatIsAwayUntilItIsBack() {
        OutboxStore store = opened();
        store.put(Parcels.location("l1", "{}"), Parcels.NOON);

        store.presence(Parcels.BOB, false, Parcels.NOON);
        assertThat(store.due(Parcels.NOON, 10)).isEmpty();
        assertThat(store.depth().oldest()).contains(Parcels.NOON);

        store.presence(Parcels.BOB, true, Parcels.NOON);
        assertThat(store.due(Parcels.NOON, 10)).hasSize(1);
    }

    @Test
    void theOldestIsFirstAndNoMoreThanWanted() {
        OutboxStore store = opened();
        for (int i = 0; i < 5; i++) {
            store.put(Parcels.location("l" + i, "{}"), Parcels.NOON.plusSeconds(i));
        }

        assertThat(store.due(Parcels.NOON.plusSeconds(9), 2))
                .extracting(waiting -> waiting.parcel().label().object())
                .containsExactly("DE/ALC/l0", "DE/ALC/l1");
    }

    private static List<String> bodies(OutboxStore store) {
        return store.due(Parcels.NOON.plusSeconds(1), 10).stream()
                .map(waiting -> waiting.parcel().letter().body())
                .toList();
    }
}
