package network.opencharging.cpo.people;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.time.Instant;

class AttemptsTest {
    private final HandClock clock = new HandClock(Instant.parse("2026-01-01T00:00:00Z"));
    private final Attempts attempts = new Attempts(3, Duration.ofSeconds(20), 2, clock);

    @Test
    void soManyAtOnceAndOneMoreAfterEachPause() {
        for (int i = 0; i < 3; i++) {
            assertThat(attempts.ask("alice")).isZero();
        }
        assertThat(attempts.ask("alice")).isEqualTo(Duration.ofSeconds(20));
        assertThat(attempts.ask("alice")).as("asking costs nothing").hasSeconds(20);
        assertThat(attempts.ask("bob")).as("somebody else").isZero();

        clock.passes(Duration.ofSeconds(20));

        assertThat(attempts.ask("alice")).isZero();
        assertThat(attempts.ask("alice")).hasSeconds(20);
    }

    @Test
    void aGoodOneForgivesTheBadOnesBefore() {
        attempts.ask("alice");
        attempts.ask("alice");
        attempts.ask("alice");

        attempts.forgive("alice");

        assertThat(attempts.ask("alice")).isZero();
    }

    @Test
    void ofManyNamesTheOldestIsForgotten() {
        for (int i = 0; i < 3; i++) {
            attempts.ask("alice");
        }
        attempts.ask("bob");
        attempts.ask("carol");

        assertThat(attempts.ask("alice")).isZero();
    }
}
