package network.opencharging.node.relay;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;

class LanesTest {
    private static final int MANY = 1_000;

    @Test
    void aLaneKeepsItsOrderAndHoldsUpNoOther() throws Exception {
        List<Integer> slow = Collections.synchronizedList(new ArrayList<>());
        List<Integer> quick = Collections.synchronizedList(new ArrayList<>());
        CountDownLatch held = new CountDownLatch(1);
        CountDownLatch quickIsDone = new CountDownLatch(MANY);
        Lanes lanes;
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            lanes = new Lanes(threads);
            lanes.add("slow", () -> waitFor(held));
            for (int i = 0; i < MANY; i++) {
                int number = i;
                lanes.add("slow", () -> slow.add(number));
                lanes.add(
                        "quick",
                        () -> {
                            quick.add(number);
                            quickIsDone.countDown();
                        });
            }
            quickIsDone.await();
            assertThat(slow).as("it waits for what is before it").isEmpty();
            held.countDown();
        }

        assertThat(quick).isEqualTo(IntStream.range(0, MANY).boxed().toList());
        assertThat(slow).isEqualTo(quick);
        assertThat(lanes.busy()).isZero();
    }

    private static void waitFor(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
