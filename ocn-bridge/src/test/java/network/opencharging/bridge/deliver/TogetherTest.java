package network.opencharging.bridge.deliver;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;

/** Who comes while others are being written is written with the next ones, in one go. */
class TogetherTest {
    private static final Duration LONG = Duration.ofSeconds(60);

    private final List<List<String>> written = new CopyOnWriteArrayList<>();
    private final CountDownLatch gate = new CountDownLatch(1);
    private final AtomicInteger failed = new AtomicInteger();

    @Test
    void whoWaitsIsWrittenInOneGoAndReturnsOnlyThen() throws InterruptedException {
        Together<String> together = new Together<>(this::write, Thread::startVirtualThread);
        List<Thread> first = bring(together, "a");
        await().atMost(LONG).until(() -> written.size() == 1);
        List<Thread> others = bring(together, "b", "c", "d", "e");
        await().atMost(LONG).until(() -> others.stream().allMatch(TogetherTest::waits));

        gate.countDown();
        for (Thread thread : first) {
            thread.join();
        }
        for (Thread thread : others) {
            thread.join();
        }

        assertThat(written).hasSize(2);
        assertThat(written.getLast()).containsExactlyInAnyOrder("b", "c", "d", "e");
        assertThat(failed).hasValue(0);
    }

    @Test
    void oneThatCannotBeWrittenFailsAloneAndTheOthersAreSafe() throws InterruptedException {
        Together<String> together = new Together<>(this::write, Thread::startVirtualThread);
        List<Thread> first = bring(together, "a");
        await().atMost(LONG).until(() -> written.size() == 1);
        List<Thread> others = bring(together, "b", "bad", "c");
        await().atMost(LONG).until(() -> others.stream().allMatch(TogetherTest::waits));

        gate.countDown();
        for (Thread thread : first) {
            thread.join();
        }
        for (Thread thread : others) {
            thread.join();
        }

        assertThat(failed).hasValue(1);
        assertThat(written).contains(List.of("a"), List.of("b"), List.of("c"));
        assertThat(written).doesNotContain(List.of("bad"));
    }

    private void write(List<String> some) {
        if (some.contains("bad")) {
            throw new IllegalStateException("too long");
        }
        written.add(some);
        try {
            gate.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private static boolean waits(Thread thread) {
        return thread.getState() == Thread.State.WAITING;
    }

    private List<Thread> bring(Together<String> together, String... what) {
        List<Thread> threads = new ArrayList<>();
        for (String one : what) {
            threads.add(
                    Thread.ofPlatform()
                            .start(() -> {
                                try {
                                    together.write(one);
                                } catch (IllegalStateException e) {
                                    failed.incrementAndGet();
                                }
                            }));
        }
        return threads;
    }
}
