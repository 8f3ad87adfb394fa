package network.opencharging.cpo.plug.port;

import static org.assertj.core.api.Assertions.assertThat;

import network.opencharging.bridge.unit.WattHours;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.time.Instant;
import java.util.Optional;

class CounterTest {
    private static final Instant NOON = Instant.parse("2026-01-01T12:00:00Z");

    /** Registers a minute apart, and the total after the last of them. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    1000 1100 1200 | 1200 |
                    1000 1100 0 50 | 1150 |
                    5000 0 100 5100 | 5100 |
                    5000 10 5020 5100 | 5100 |
                    5000 4990 | 5000 | FallingRegister
                    5000 4990 5090 | 5100 | FallingRegister
                    5000 90000 | 5000 | ImpossibleRegister
                    5000 90000 90100 | 5100 | ImpossibleRegister
                    100 0 0 0 | 100 |
                    0 1099511627775 0 | 0 | ImpossibleRegister
                    """)
    void whatIsCountedNeverFallsAndNonsenseAddsNothing(String registers, long total, String fault) {
        Optional<Counter> counter = Optional.empty();
        Optional<String> found = Optional.empty();
        Instant now = NOON;
        long before = 0;
        for (String register : registers.split(" ")) {
            WattHours shown = new WattHours(Long.parseLong(register));
            now = now.plusSeconds(60);
            Instant then = now;
            Counter.Shown next =
                    counter.orElseGet(() -> Counter.first(shown, then)).shows(shown, then);
            counter = Optional.of(next.counter());
            found = found.or(next::fault);
            assertThat(next.counter().total().value()).isGreaterThanOrEqualTo(before);
            before = next.counter().total().value();
        }
        assertThat(before).isEqualTo(total);
        assertThat(found).isEqualTo(Optional.ofNullable(fault));
    }
}
