package network.opencharging.bridge.deliver;

import static org.assertj.core.api.Assertions.assertThat;

import network.opencharging.bridge.deliver.OutboxWatch.Span;
import network.opencharging.protocol.route.ModuleId;

import org.junit.jupiter.api.Test;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What every store of an outbox must do. */
public abstract class OutboxStoreContract {
    /** An empty store. */
    protected abstract OutboxStore opened();

    /** What an operator sees of the store. */
    protected abstract OutboxWatch watch();

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
    void whatFoundItsPlaceEmptyIsToldAsItWaits() {
        OutboxStore store = opened();
        List<Parcel> parcels =
                List.of(Parcels.location("l1", "{\"v\":1}"), Parcels.location("l2", "{}"));

        OutboxStore.Written written = store.write(parcels, List.of(), Parcels.NOON);

        assertThat(written).isEqualTo(new OutboxStore.Written(store.due(Parcels.NOON, 10), false));
        assertThat(store.write(parcels, List.of(), Parcels.NOON))
                .isEqualTo(new OutboxStore.Written(List.of(), true));
    }

    @Test
    void whatIsForAPartyThatIsAwayDoesNotSetOutFromMemory() {
        OutboxStore store = opened();
        store.presence(Parcels.BOB, false, Parcels.NOON);
        Parcel parcel = Parcels.location("l1", "{}");

        assertThat(reopened().write(List.of(parcel), List.of(), Parcels.NOON).fresh()).isEmpty();

        store.presence(Parcels.BOB, true, Parcels.NOON);
        assertThat(store.due(Parcels.NOON, 10)).hasSize(1);
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

        List<Came> outcomes =
                List.of(
                        new Came.Arrived(older, Parcels.NOON),
                        new Came.Parked(older, Parcels.NOON, "too late"),
                        again(older, 60));
        assertThat(store.write(List.of(), outcomes, Parcels.NOON).more()).isTrue();

        assertThat(bodies(store)).containsExactly("{\"v\":2}");
    }

    @Test
    void whatHasArrivedIsGone() {
        OutboxStore store = opened();
        store.put(Parcels.location("l1", "{}"), Parcels.NOON);

        store.settle(
                List.of(new Came.Arrived(store.due(Parcels.NOON, 10).getFirst(), Parcels.NOON)));

        assertThat(store.due(Parcels.NOON, 10)).isEmpty();
        assertThat(watch().depth().waiting()).isZero();
    }

    @Test
    void whatFailedWaitsForItsTimeAndCountsItsAttempts() {
        OutboxStore store = opened();
        store.put(Parcels.location("l1", "{}"), Parcels.NOON);

        store.settle(List.of(again(store.due(Parcels.NOON, 10).getFirst(), 5)));

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
        store.settle(List.of(parked(store.due(Parcels.NOON, 10).getFirst())));

        assertThat(store.due(Parcels.NOON.plusSeconds(9), 10)).isEmpty();
        assertThat(watch().parked(10, 0))
                .singleElement()
                .extracting(Parked::why)
                .isEqualTo("HTTP 400");
        assertThat(watch().depth().parked()).isEqualTo(1);

        assertThat(watch().resend(Span.since(Parcels.NOON.plusSeconds(1)), Parcels.NOON)).isZero();
        assertThat(watch().resend(new Span(Instant.EPOCH, Parcels.NOON), Parcels.NOON)).isZero();
        assertThat(watch().resend(Span.since(Parcels.NOON), Parcels.NOON)).isEqualTo(1);
        assertThat(bodies(store)).containsExactly("{}");
    }

    @Test
    void nothingIsDueForAPartyThatIsAwayUntilItIsBack() {
        OutboxStore store = opened();
        store.put(Parcels.location("l1", "{}"), Parcels.NOON);

        store.presence(Parcels.BOB, false, Parcels.NOON);
        assertThat(store.due(Parcels.NOON, 10)).isEmpty();
        assertThat(watch().depth().oldest()).contains(Parcels.NOON);

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

    @Test
    void oneParkedParcelIsSentAgainOrGivenUpAndTheOthersStay() {
        OutboxStore store = opened();
        store.put(
                List.of(Parcels.location("l1", "{\"v\":1}"), Parcels.location("l2", "{\"v\":2}")),
                Parcels.NOON);
        store.settle(
                store.due(Parcels.NOON, 10).stream().map(OutboxStoreContract::parked).toList());
        List<Parked> parked = watch().parked(10, 0);
        long first = parked.getLast().waiting().id();
        long second = parked.getFirst().waiting().id();

        assertThat(watch().resend(first, Parcels.NOON)).isTrue();
        assertThat(watch().resend(first, Parcels.NOON)).isFalse();
        assertThat(watch().discard(first)).isFalse();
        assertThat(bodies(store)).containsExactly("{\"v\":1}");

        assertThat(watch().discard(second)).isTrue();
        assertThat(watch().parked(10, 0)).isEmpty();
    }

    @Test
    void whatIsStoredTogetherIsCoalescedTogether() {
        OutboxStore store = opened();
        store.put(
                List.of(
                        Parcels.location("l1", "{\"v\":1}"),
                        Parcels.location("l2", "{}"),
                        Parcels.location("l1", "{\"v\":2}")),
                Parcels.NOON);

        assertThat(bodies(store)).containsExactly("{\"v\":2}", "{}");
    }

    @Test
    void nothingIsWantedOfPartnersThatAreLeftOut() {
        OutboxStore store = opened();
        store.put(Parcels.location("l1", "{}"), Parcels.NOON);

        assertThat(store.due(Parcels.NOON, 10, Set.of(Parcels.BOB))).isEmpty();
        assertThat(store.due(Parcels.NOON, 10, Set.of(Parcels.ALICE))).hasSize(1);
    }

    @Test
    void everyWayTellsWhatWaitsOnItAndWhatHappenedLast() {
        OutboxStore store = opened();
        store.put(
                List.of(
                        Parcels.location("l1", "{}"),
                        Parcels.location("l2", "{}"),
                        Parcels.location("l3", "{}")),
                Parcels.NOON);
        List<Waiting> due = store.due(Parcels.NOON, 10);
        store.settle(List.of(new Came.Arrived(due.get(0), Parcels.NOON.plusSeconds(1))));
        store.settle(List.of(again(due.get(1), 60), parked(due.get(2))));

        assertThat(watch().queues())
                .containsExactly(
                        new OutboxWatch.Queue(
                                new OutboxWatch.Way(Parcels.ALICE, Parcels.BOB, ModuleId.LOCATIONS),
                                1,
                                1,
                                Optional.of(Parcels.NOON),
                                new OutboxWatch.Last(
                                        Optional.of(Parcels.NOON.plusSeconds(1)),
                                        Optional.of(Parcels.NOON),
                                        "HTTP 400")));
    }

    private static Came again(Waiting waiting, int seconds) {
        return new Came.Again(
                waiting, Parcels.NOON, Parcels.NOON.plusSeconds(seconds), "no answer");
    }

    private static Came parked(Waiting waiting) {
        return new Came.Parked(waiting, Parcels.NOON, "HTTP 400");
    }

    private static List<String> bodies(OutboxStore store) {
        return store.due(Parcels.NOON.plusSeconds(1), 10).stream()
                .map(waiting -> waiting.parcel().letter().body())
                .toList();
    }
}
