package network.opencharging.bridge.deliver;

import static org.assertj.core.api.Assertions.assertThat;

import network.opencharging.bridge.call.Answered;
import network.opencharging.bridge.call.Done;
import network.opencharging.bridge.store.MemoryDatabase;
import network.opencharging.protocol.message.Headers;
import network.opencharging.protocol.message.OcpiStatus;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.random.RandomGenerator;

/** What is tried again, when, and what is parked. */
class CourierTest {
    private static final Persistence STRICT =
            new Persistence(Duration.ofSeconds(1), Duration.ofSeconds(9), false);

    private final MemoryDatabase database = new MemoryDatabase();
    private final OutboxStore store = database.outbox();
    private final OutboxWatch watch = database.watch();
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final Deque<Answered<Done>> answers = new ConcurrentLinkedDeque<>();
    private final List<String> carried = new CopyOnWriteArrayList<>();

    @AfterEach
    void close() {
        threads.close();
        database.close();
    }

    @Test
    void aParcelThatArrivesIsGone() throws InterruptedException {
        store.put(Parcels.location("l1", "{}"), Parcels.NOON);
        answers.add(new Answered.Success<>(Done.DONE, Headers.NONE));

        run(at(Parcels.NOON, Persistence.standard()));

        assertThat(carried).containsExactly("DE/ALC/l1");
        assertThat(watch.depth()).isEqualTo(new Depth(0, 0, Optional.empty()));
    }

    @Test
    void pausesGrowWhileTheHubIsSilentAndNothingIsLost() throws InterruptedException {
        store.put(Parcels.location("l1", "{}"), Parcels.NOON);
        Instant now = Parcels.NOON;
        List<Long> pauses = new ArrayList<>();

        for (int i = 0; i < 4; i++) {
            answers.add(new Answered.Unreachable<>("connection refused"));
            run(at(now, Persistence.standard()));
            Instant next = database.nextAttempt();
            pauses.add(Duration.between(now, next).toMillis());
            now = next;
        }

        assertThat(pauses.get(0)).isBetween(500L, 1_000L);
        assertThat(pauses.get(3)).isBetween(4_000L, 8_000L);
        assertThat(watch.depth().waiting()).isEqualTo(1);
    }

    @Test
    void aHubThatNamesATimeIsLeftAloneForThatLong() throws InterruptedException {
        store.put(Parcels.location("l1", "{}"), Parcels.NOON);
        answers.add(
                new Answered.Refused<>(
                        429,
                        new OcpiStatus(4000),
                        "slow down",
                        Optional.of(Duration.ofSeconds(90))));

        run(at(Parcels.NOON, Persistence.standard()));

        assertThat(database.nextAttempt()).isEqualTo(Parcels.NOON.plusSeconds(90));
    }

    @Test
    void whatThePartnerDoesNotTakeIsParkedWithHisWords() throws InterruptedException {
        store.put(Parcels.location("l1", "{}"), Parcels.NOON);
        answers.add(
                new Answered.Refused<>(
                        200, new OcpiStatus(2001), "coordinates missing", Optional.empty()));

        run(at(Parcels.NOON, Persistence.standard()));

        assertThat(watch.parked(5, 0))
                .singleElement()
                .extracting(Parked::why)
                .isEqualTo("HTTP 200, status 2001: coordinates missing");
    }

    @Test
    void withoutResendingWhatFailsOnceIsParked() throws InterruptedException {
        store.put(Parcels.location("l1", "{}"), Parcels.NOON);
        answers.add(new Answered.Unreachable<>("connection refused"));

        run(at(Parcels.NOON, STRICT));

        assertThat(watch.depth()).isEqualTo(new Depth(0, 1, Optional.empty()));
    }

    @Test
    void aResultThatNobodyWaitsForAnyMoreIsNotSent() throws InterruptedException {
        Parcel parcel = Parcels.location("l1", "{}");
        store.put(
                new Parcel(
                        parcel.from(),
                        parcel.to(),
                        parcel.correlationId(),
                        parcel.label(),
                        parcel.letter(),
                        Optional.of(Parcels.NOON)),
                Parcels.NOON);

        run(at(Parcels.NOON.plusSeconds(1), Persistence.standard()));

        assertThat(carried).isEmpty();
        assertThat(watch.depth().parked()).isEqualTo(1);
    }

    /** One round, and all that set out in it has arrived or failed. */
    private static void run(Courier courier) throws InterruptedException {
        do {
            courier.ring();
        } while (courier.round() > 0);
        courier.close();
    }

    private Courier at(Instant now, Persistence persistence) {
        return new Courier(
                store,
                parcel -> {
                    carried.add(parcel.label().object());
                    return answers.remove();
                },
                persistence,
                new Courier.Edge(
                        Clock.fixed(now, ZoneOffset.UTC),
                        RandomGenerator.of("L64X128MixRandom"),
                        threads));
    }
}
