package network.opencharging.bridge.metering;

import static org.assertj.core.api.Assertions.assertThat;

import network.opencharging.bridge.metering.ReadingSeries.Fell;
import network.opencharging.bridge.metering.ReadingSeries.Late;
import network.opencharging.bridge.metering.ReadingSeries.Repeated;
import network.opencharging.bridge.metering.ReadingSeries.Taken;
import network.opencharging.bridge.unit.WattHours;

import org.junit.jupiter.api.Test;

import java.time.Instant;
import java.util.Optional;

/** A register never falls, and what is refused changes nothing. */
class ReadingSeriesTest {
    private static final Instant TEN = Instant.parse("2026-06-15T10:00:00Z");
    private final ReadingSeries series = new ReadingSeries(Optional.of(at(60, 1_000)));

    @Test
    void aLaterReadingIsTakenAlsoWhenNothingWasUsed() {
        assertThat(series.add(at(120, 1_000)))
                .isEqualTo(new Taken(new ReadingSeries(Optional.of(at(120, 1_000)))));
        assertThat(series.add(at(120, 1_500))).isInstanceOf(Taken.class);
    }

    @Test
    void theSameReadingAgainIsNoNews() {
        assertThat(series.add(at(60, 1_000))).isEqualTo(new Repeated());
    }

    @Test
    void aLowerRegisterIsRefused() {
        assertThat(series.add(at(120, 999))).isEqualTo(new Fell(at(60, 1_000)));
        assertThat(series.add(at(120, 0))).isInstanceOf(Fell.class);
    }

    @Test
    void anEarlierReadingIsRefused() {
        assertThat(series.add(at(59, 1_000))).isEqualTo(new Late(at(60, 1_000)));
    }

    @Test
    void theFirstReadingIsAlwaysTaken() {
        assertThat(ReadingSeries.EMPTY.add(at(0, 0))).isInstanceOf(Taken.class);
    }

    private static Reading at(long second, long register) {
        return new Reading(TEN.plusSeconds(second), new WattHours(register));
    }
}
