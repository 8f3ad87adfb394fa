package network.opencharging.cpo.ocpp.door;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import network.opencharging.cpo.config.CpoUnderTest;
import network.opencharging.cpo.ocpp.station.Connections;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;

/** Stations that do not read what they are sent, or are not there any more and never said so. */
class DeafStationTest {
    private static final Duration PATIENCE = Duration.ofMinutes(1);
    @TempDir private static Path folder = Path.of("");
    private static CpoUnderTest cpo;

    @BeforeAll
    static void start() {
        cpo =
                CpoUnderTest.start(
                        folder, "--ocn.cpo.stations.ping=200ms", "--ocn.cpo.stations.silence=10s");
    }

    @AfterAll
    static void stop() {
        cpo.close();
    }

    private static boolean isThere(String station) {
        return cpo.part(Connections.class).find(station).isPresent();
    }

    /** Each of its calls has an answer of half a megabyte, which it does not fetch. */
    @Test
    void whoReadsTooSlowlyIsEndedAndSlowsNobody() throws IOException {
        cpo.knowsWorking("DEAF");
        try (RawStation other = RawStation.working(cpo, "LISTENS", "ocpp1.6");
                DeafStation deaf = new DeafStation(cpo.port(), "DEAF")) {
            await().atMost(PATIENCE).until(() -> isThere("DEAF"));
            String call = "[2,\"1\",\"" + "x".repeat(500_000) + "\",{}]";
            int sent = 0;
            while (isThere("DEAF") && sent < 64 && deaf.says(call)) {
                sent++;
                other.asks("Heartbeat", "{}");
            }
            await().atMost(PATIENCE)
                    .until(() -> {
                        other.asks("Heartbeat", "{}");
                        return !isThere("DEAF");
                    });
            assertThat(sent).as("what is borne of it is bounded").isLessThan(64);
        }
    }

    /** One that lost its power never says that it is gone. */
    @Test
    void whoGivesNoSignOfLifeIsEndedAndWhoAnswersPingsIsNot() throws IOException {
        cpo.knowsWorking("DEAD");
        try (RawStation alive = RawStation.working(cpo, "ALIVE", "ocpp1.6");
                DeafStation _ = new DeafStation(cpo.port(), "DEAD")) {
            await().atMost(PATIENCE).until(() -> isThere("DEAD"));
            await().atMost(PATIENCE).until(() -> !isThere("DEAD"));
            assertThat(isThere("ALIVE")).isTrue();
            alive.asks("Heartbeat", "{}");
        }
    }
}
