package network.opencharging.bridge.call;

import static org.assertj.core.api.Assertions.assertThat;

import network.opencharging.protocol.message.Headers;

import org.junit.jupiter.api.Test;

import java.time.Duration;

/** How long a hub asks to be left alone. */
class RetryAfterTest {
    private static final Headers NOON = Headers.NONE.with("Date", "Sat, 21 Nov 2026 12:00:00 GMT");

    @Test
    void secondsAreTakenAsTheyAre() {
        assertThat(RetryAfter.of(NOON.with("Retry-After", "90"))).contains(Duration.ofSeconds(90));
    }

    @Test
    void aDateIsHeldAgainstTheDateOfTheAnswer() {
        assertThat(RetryAfter.of(NOON.with("Retry-After", "Sat, 21 Nov 2026 12:02:00 GMT")))
                .contains(Duration.ofMinutes(2));
    }

    @Test
    void whatIsNeitherOrPastIsNothing() {
        assertThat(RetryAfter.of(NOON.with("Retry-After", "soon"))).isEmpty();
        assertThat(RetryAfter.of(NOON.with("Retry-After", "Sat, 21 Nov 2026 11:00:00 GMT")))
                .isEmpty();
        assertThat(RetryAfter.of(NOON)).isEmpty();
    }
}
