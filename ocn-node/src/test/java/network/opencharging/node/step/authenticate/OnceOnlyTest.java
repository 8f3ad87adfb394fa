package network.opencharging.node.step.authenticate;

import static org.assertj.core.api.Assertions.assertThat;

import network.opencharging.protocol.message.Body;

import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;

class OnceOnlyTest {
    private final AtomicLong now = new AtomicLong();
    private final OnceOnly once = new OnceOnly(3, now::get);

    @Test
    void theSameTextIsACopyUntilAnHourAfterTheFirst() {
        assertThat(isCopy("1")).isFalse();
        assertThat(isCopy("2")).isFalse();
        now.addAndGet(Duration.ofMinutes(59).toNanos());
        assertThat(isCopy("1")).isTrue();

        now.addAndGet(Duration.ofMinutes(1).toNanos());
        assertThat(isCopy("1")).as("an hour after the first one").isFalse();
    }

    @Test
    void whereThereAreTooManyTheOldestIsForgotten() {
        for (String text : new String[] {"1", "2", "3", "4"}) {
            assertThat(isCopy(text)).isFalse();
        }
        assertThat(isCopy("4")).isTrue();
        assertThat(isCopy("1")).isFalse();
    }

    private boolean isCopy(String text) {
        return once.isCopy(Body.of(text));
    }
}
