package network.opencharging.node.pace;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import network.opencharging.protocol.party.PartyId;
import network.opencharging.protocol.route.ModuleId;

import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;

/** How fast a party may send. */
class PaceTest {
    private static final PartyId ALICE = new PartyId("DE", "ALC");
    private static final PartyId CAROL = new PartyId("FR", "CAR");

    private static final Set<Thread.State> STOPPED =
            Set.of(Thread.State.BLOCKED, Thread.State.TERMINATED);

    private final AtomicLong now = new AtomicLong();
    private final AtomicInteger processes = new AtomicInteger(1);
    private final Pace pace =
            new Pace(
                    new Rate(10, 3),
                    Map.of(ModuleId.LOCATIONS, new Rate(1, 1)),
                    now::get,
                    processes::get);

    @Test
    void twoProcessesLetHalfOfItThroughEach() {
        processes.set(2);
        assertThat(pace.wait(ALICE, ModuleId.SESSIONS)).isEmpty();
        assertThat(pace.wait(ALICE, ModuleId.SESSIONS)).contains(Duration.ofMillis(200));
    }

    @Test
    void aBurstPassesThenOneATenthOfASecond() {
        for (int i = 0; i < 3; i++) {
            assertThat(pace.wait(ALICE, ModuleId.SESSIONS)).isEmpty();
        }
        assertThat(pace.wait(ALICE, ModuleId.SESSIONS)).contains(Duration.ofMillis(100));
        assertThat(pace.wait(CAROL, ModuleId.SESSIONS)).as("another party").isEmpty();

        now.addAndGet(Duration.ofMillis(100).toNanos());
        assertThat(pace.wait(ALICE, ModuleId.SESSIONS)).isEmpty();
        assertThat(pace.wait(ALICE, ModuleId.SESSIONS)).isPresent();
    }

    @Test
    void whoIsRefusedIsNotPunishedForAsking() {
        for (int i = 0; i < 100; i++) {
            pace.wait(ALICE, ModuleId.SESSIONS);
        }
        now.addAndGet(Duration.ofSeconds(1).toNanos());
        for (int i = 0; i < 3; i++) {
            assertThat(pace.wait(ALICE, ModuleId.SESSIONS)).isEmpty();
        }
    }

    @Test
    void aModuleMayHaveALimitOfItsOwn() {
        assertThat(pace.wait(ALICE, ModuleId.LOCATIONS)).isEmpty();
        assertThat(pace.wait(ALICE, ModuleId.LOCATIONS)).contains(Duration.ofSeconds(1));
        assertThat(pace.wait(ALICE, ModuleId.SESSIONS)).isEmpty();
    }

    @Test
    void withoutLimitNothingIsCounted() {
        Pace free = new Pace(Rate.UNLIMITED, Map.of(), now::get, processes::get);
        for (int i = 0; i < 1000; i++) {
            assertThat(free.wait(ALICE, ModuleId.SESSIONS)).isEmpty();
        }
    }

    @Test
    void whoIsHeldUpBetweenLookingAtTheClockAndCountingIsNotTooFast() throws Exception {
        AtomicReference<Thread> other = new AtomicReference<>();
        Thread heldUp = Thread.currentThread();
        Pace shared =
                new Pace(
                        new Rate(10, 3),
                        Map.of(),
                        () -> {
                            if (!heldUp.equals(Thread.currentThread())) {
                                return Duration.ofSeconds(1).toNanos();
                            }
                            other.get().start();
                            await().until(() -> STOPPED.contains(other.get().getState()));
                            return 0;
                        },
                        processes::get);
        other.set(new Thread(() -> shared.wait(ALICE, ModuleId.SESSIONS)));

        assertThat(shared.wait(ALICE, ModuleId.SESSIONS)).isEmpty();
        other.get().join();
    }
}
