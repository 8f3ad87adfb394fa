package network.opencharging.bridge.deliver;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import network.opencharging.bridge.call.Answered;
import network.opencharging.bridge.call.Done;
import network.opencharging.bridge.store.MemoryDatabase;
import network.opencharging.protocol.message.Headers;
import network.opencharging.protocol.message.OcpiStatus;
import network.opencharging.protocol.party.PartyId;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.random.RandomGenerator;

/**
 * Many parcels at a time: in order for each object, and nobody waits for somebody else's partner.
 */
class CourierLanesTest {
    private static final PartyId CAROL = new PartyId("FR", "CAR");
    private static final Duration LONG = Duration.ofSeconds(60);
    private static final Answered<Done> FINE = new Answered.Success<>(Done.DONE, Headers.NONE);

    private final MemoryDatabase database = new MemoryDatabase();
    private final OutboxStore store = database.outbox();
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final List<String> carried = new CopyOnWriteArrayList<>();
    private final CountDownLatch gate = new CountDownLatch(1);

    @AfterEach
    void close() {
        gate.countDown();
        threads.close();
        database.close();
    }

    @Test
    void aPartnerThatHangsHoldsUpHisOwnParcelsOnly() throws InterruptedException {
        store.put(many(400, Parcels.BOB), Parcels.NOON);
        store.put(many(3, CAROL), Parcels.NOON.plusSeconds(1));
        Post post = parcel -> parcel.to().equals(CAROL) ? noted(parcel) : hanging(parcel);

        SteppedClock clock = new SteppedClock(Parcels.NOON.plusSeconds(2));

        try (Courier courier = courier(store, post, clock)) {
            for (int i = 0; i < 20 && carried.size() < 3; i++) {
                clock.now = clock.now.plusMillis(100);
                courier.ring();
                courier.round();
            }

            await().atMost(LONG).until(() -> carried.size() == 3);
            assertThat(database.watch().depth().waiting()).isGreaterThanOrEqualTo(400);
            gate.countDown();
        }
    }

    @Test
    void aNewerStateWaitsUntilTheOlderOneHasArrived() throws InterruptedException {
        store.put(Parcels.location("l1", "old"), Parcels.NOON);
        AtomicInteger begun = new AtomicInteger();
        Post post =
                parcel -> {
                    begun.incrementAndGet();
                    return parcel.letter().body().equals("old") ? hanging(parcel) : noted(parcel);
                };

        try (Courier courier = courier(store, post, Parcels.NOON)) {
            courier.ring();
            courier.round();
            await().atMost(LONG).until(() -> begun.get() == 1);
            store.put(Parcels.location("l1", "new"), Parcels.NOON);
            courier.ring();
            courier.round();
            assertThat(begun).hasValue(1);

            gate.countDown();
            drain(courier);
        }
        assertThat(carried).containsExactly("old", "new");
        assertThat(database.watch().depth().waiting()).isZero();
    }

    @Test
    void whatIsTakenSetsOutWithoutBeingReadAndArrivesOnce() throws InterruptedException {
        CountingStore counting = new CountingStore(store);
        try (Courier courier = courier(counting, this::noted, Parcels.NOON)) {
            try (ExecutorService callers = Executors.newVirtualThreadPerTaskExecutor()) {
                many(200, Parcels.BOB)
                        .forEach(parcel -> callers.execute(() -> courier.take(parcel)));
            }
            await().atMost(LONG).until(() -> carried.size() == 200);
            assertThat(counting.read()).hasValue(0);
        }
        assertThat(carried).doesNotHaveDuplicates();
        assertThat(database.watch().depth().waiting()).isZero();
    }

    @Test
    void statesOfOneObjectArriveInTheirOrderWhileACrowdBringsMore() throws Exception {
        List<Integer> states = new CopyOnWriteArrayList<>();
        Post post =
                parcel -> {
                    if (parcel.label().object().endsWith("/one")) {
                        states.add(Integer.valueOf(parcel.letter().body()));
                    }
                    return FINE;
                };
        try (Courier courier = courier(store, post, Parcels.NOON)) {
            try (ExecutorService callers = Executors.newVirtualThreadPerTaskExecutor()) {
                callers.execute(() ->
                        many(1_000, Parcels.BOB)
                                .forEach(parcel -> callers.execute(() -> courier.take(parcel))));
                for (int i = 0; i < 300; i++) {
                    courier.take(Parcels.location("one", Integer.toString(i)));
                    courier.ring();
                    courier.round();
                }
            }
            drain(courier);
        }
        assertThat(states).isSorted().doesNotHaveDuplicates().endsWith(299);
        assertThat(states).hasSizeGreaterThan(10);
        assertThat(database.watch().depth().waiting()).isZero();
    }

    @Test
    void aSilentHubIsAskedByAFewParcelsNotByAll() throws InterruptedException {
        store.put(many(500, Parcels.BOB), Parcels.NOON);
        Post post =
                parcel -> {
                    noted(parcel);
                    return new Answered.Unreachable<>("connection refused");
                };

        try (Courier courier = courier(store, post, Parcels.NOON)) {
            drain(courier);
        }
        assertThat(carried).hasSizeBetween(1, 32);
        assertThat(database.watch().depth().waiting()).isEqualTo(500);
    }

    @Test
    void aHubThatNamesATimeHearsNothingUntilThen() throws InterruptedException {
        store.put(many(200, Parcels.BOB), Parcels.NOON);
        Post busy =
                parcel -> {
                    noted(parcel);
                    return new Answered.Refused<>(
                            429,
                            new OcpiStatus(4000),
                            "slow down",
                            Optional.of(Duration.ofSeconds(90)));
                };
        SteppedClock clock = new SteppedClock(Parcels.NOON);

        try (Courier courier = courier(store, busy, clock)) {
            drain(courier);
            int first = carried.size();
            clock.now = Parcels.NOON.plusSeconds(89);
            drain(courier);
            assertThat(carried).hasSize(first).hasSizeBetween(1, 32);

            clock.now = Parcels.NOON.plusSeconds(91);
            drain(courier);
            assertThat(carried).hasSizeGreaterThan(first);
        }
    }

    @Test
    void whatTheBridgeItselfFailsOnIsParkedAndTheOthersGo() throws InterruptedException {
        store.put(many(3, Parcels.BOB), Parcels.NOON);
        Post post =
                parcel -> {
                    if (parcel.label().object().endsWith("/l1")) {
                        throw new IllegalStateException("no such thing");
                    }
                    return noted(parcel);
                };

        try (Courier courier = courier(store, post, Parcels.NOON)) {
            drain(courier);
        }
        assertThat(carried).hasSize(2);
        assertThat(database.watch().parked(5, 0))
                .singleElement()
                .extracting(Parked::why)
                .asString()
                .contains("The bridge itself failed on it", "no such thing");
    }

    @Test
    void everythingArrivesOnceHoweverMuchThereIs() throws InterruptedException {
        store.put(many(2_000, Parcels.BOB), Parcels.NOON);
        store.put(many(500, CAROL), Parcels.NOON);

        try (Courier courier =
                courier(
                        store,
                        parcel -> noted(parcel.to() + parcel.label().object()),
                        Parcels.NOON)) {
            drain(courier);
        }
        assertThat(carried).hasSize(2_500).doesNotHaveDuplicates();
        assertThat(database.watch().depth().waiting()).isZero();
    }

    @Test
    void aQueueOfAHundredThousandIsNotReadToBegin() throws InterruptedException {
        for (int i = 0; i < 100; i++) {
            store.put(many(i * 1_000, 1_000, Parcels.BOB), Parcels.NOON);
        }
        CountingStore counting = new CountingStore(store);

        try (Courier courier = courier(counting, this::hanging, Parcels.NOON)) {
            for (int i = 0; i < 3; i++) {
                courier.ring();
                courier.round();
            }
            assertThat(counting.read()).hasValueBetween(32, 1_000);
            gate.countDown();
        }
    }

    /**
     * What arrives while a round looks may have kept a newer state back: only a round that begins
     * with nothing on the way tells that all is done.
     */
    private static void drain(Courier courier) throws InterruptedException {
        int idle = 0;
        while (idle < 2) {
            courier.ring();
            idle = courier.round() == 0 ? idle + 1 : 0;
        }
    }

    private Answered<Done> noted(Parcel parcel) {
        return noted(parcel.letter().body());
    }

    private Answered<Done> noted(String what) {
        carried.add(what);
        return FINE;
    }

    private Answered<Done> hanging(Parcel parcel) {
        try {
            gate.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
        return noted(parcel);
    }

    private static List<Parcel> many(int count, PartyId to) {
        return many(0, count, to);
    }

    private static List<Parcel> many(int from, int count, PartyId to) {
        List<Parcel> parcels = new ArrayList<>();
        for (int i = from; i < from + count; i++) {
            Parcel one = Parcels.location("l" + i, "l" + i);
            parcels.add(
                    new Parcel(
                            one.from(),
                            to,
                            one.correlationId(),
                            one.label(),
                            one.letter(),
                            one.until()));
        }
        return parcels;
    }

    private Courier courier(OutboxStore from, Post post, Instant now) {
        return courier(from, post, Clock.fixed(now, ZoneOffset.UTC));
    }

    private Courier courier(OutboxStore from, Post post, Clock clock) {
        return new Courier(
                from,
                post,
                Persistence.standard(),
                new Courier.Edge(clock, RandomGenerator.of("L64X128MixRandom"), threads));
    }
}
