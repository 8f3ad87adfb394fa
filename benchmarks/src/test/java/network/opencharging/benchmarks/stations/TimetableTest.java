package network.opencharging.benchmarks.stations;

import static org.assertj.core.api.Assertions.assertThat;

import network.opencharging.benchmarks.stations.Timetable.Course;

import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

class TimetableTest {
    private final Timetable table =
            new Timetable(
                    10,
                    List.of(
                            new Course(Kind.METER, Duration.ofMinutes(1).toNanos()),
                            new Course(Kind.HEARTBEAT, Duration.ofMinutes(5).toNanos())));

    private final List<String> given = new ArrayList<>();

    @Test
    void everyStationHasItsTurnAtEvenDistances() {
        table.giveUntil(Duration.ofSeconds(59).toNanos(), this::take);

        assertThat(given)
                .containsExactly(
                        "METER of 0 at 0",
                        "METER of 1 at 6",
                        "METER of 2 at 12",
                        "METER of 3 at 18",
                        "METER of 4 at 24",
                        "METER of 5 at 30",
                        "METER of 6 at 36",
                        "METER of 7 at 42",
                        "METER of 8 at 48",
                        "METER of 9 at 54",
                        "HEARTBEAT of 0 at 0",
                        "HEARTBEAT of 1 at 30");
    }

    /**
     * Asked late, it gives what was missed with the time at which that was due, and nothing twice.
     */
    @Test
    void whatWasDueIsGivenOnceAndWithItsOwnTime() {
        table.giveUntil(Duration.ofMinutes(10).toNanos(), this::take);
        int first = given.size();
        table.giveUntil(Duration.ofMinutes(10).toNanos(), this::take);
        table.giveUntil(Duration.ofMinutes(10).plusSeconds(6).toNanos(), this::take);

        assertThat(first).isEqualTo(101 + 21);
        assertThat(given).hasSize(first + 1).endsWith("METER of 1 at 606");
    }

    private void take(int station, Kind kind, long at) {
        given.add("%s of %d at %d".formatted(kind, station, Duration.ofNanos(at).toSeconds()));
    }
}
