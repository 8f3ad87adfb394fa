package network.opencharging.cpo.plug.port;

import static org.assertj.core.api.Assertions.assertThat;

import network.opencharging.bridge.unit.WattHours;
import network.opencharging.bridge.unit.Watts;

import org.junit.jupiter.api.Test;

import java.time.Instant;
import java.util.Optional;

class SuspicionTest {
    private static final Instant NOON = Instant.parse("2026-01-01T12:00:00Z");
    private static final Watts MUCH = new Watts(2_000);

    private final Suspicion suspicion = new Suspicion();

    @Test
    void powerWhileItIsOffIsToldOnceAndAgainAfterItStopped() {
        assertThat(suspicion.power(MUCH, false, NOON)).as("may be an old reading").isEmpty();
        assertThat(suspicion.power(MUCH, false, NOON)).contains("PowerWhileOff");
        assertThat(suspicion.power(MUCH, false, NOON)).isEmpty();
        assertThat(suspicion.power(new Watts(0), false, NOON)).isEmpty();
        suspicion.power(MUCH, false, NOON);
        assertThat(suspicion.power(MUCH, false, NOON)).contains("PowerWhileOff");
    }

    @Test
    void aRegisterThatGrowsWhileItIsOffIsALie() {
        assertThat(grows(1_000, 1_000, false)).isEmpty();
        assertThat(grows(1_000, 1_020, false)).as("what flowed before it switched").isEmpty();
        assertThat(grows(1_020, 1_060, false)).contains("EnergyWhileOff");
        assertThat(grows(1_060, 1_500, false)).isEmpty();
    }

    @Test
    void aRegisterThatGrowsWhileItIsOnIsNone() {
        assertThat(grows(1_000, 9_000, true)).isEmpty();
        assertThat(grows(9_000, 9_000, false)).isEmpty();
    }

    private Optional<String> grows(long from, long to, boolean on) {
        return suspicion.register(new WattHours(from), new WattHours(to), on);
    }

    @Test
    void powerThatIsNotCountedIsALie() {
        Instant now = NOON;
        for (int minute = 0; minute < 6; minute++) {
            assertThat(suspicion.power(MUCH, true, now)).isEmpty();
            now = now.plusSeconds(60);
        }
        assertThat(suspicion.power(MUCH, true, now)).contains("CounterStands");
        grows(1_000, 1_001, true);
        assertThat(suspicion.power(MUCH, true, now)).as("it counts again").isEmpty();
    }

    @Test
    void notObeyingOnceIsForgivenAndThreeTimesIsNot() {
        suspicion.onAgainstOrders();
        suspicion.obeys();
        assertThat(suspicion.onAgainstOrders()).isEmpty();
        assertThat(suspicion.onAgainstOrders()).isEmpty();
        assertThat(suspicion.onAgainstOrders()).contains("DoesNotSwitchOff");
        assertThat(suspicion.onAgainstOrders()).isEmpty();
    }
}
