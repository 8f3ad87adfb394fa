package network.opencharging.cpo.ocpp.away;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import network.opencharging.cpo.config.CpoUnderTest;
import network.opencharging.cpo.device.DeviceEvent;
import network.opencharging.cpo.ocpp.central.News;
import network.opencharging.cpo.ocpp.door.RawStation;
import network.opencharging.cpo.ocpp.message.ConnectorState;
import network.opencharging.cpo.ocpp.message.EvseKey;
import network.opencharging.cpo.ocpp.message.Status;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.JdbcTemplate;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.stream.IntStream;

/** What stations that come back after a restart ask of the database, counted by the database. */
class ComingsTest {
    private static final Instant NOON = Instant.parse("2026-01-01T12:00:00Z");
    private static final String PASSWORD = "sixteen letters or more";

    @TempDir private static Path folder = Path.of("");
    private static CpoUnderTest cpo;

    @BeforeAll
    static void startedAgain() {
        cpo = CpoUnderTest.start(folder);
        cpo.knowsWorking("BACK");
        cpo.knows("BACK", 1, Optional.of(PASSWORD));
        hasConnector("BACK");
        IntStream.range(0, 300).forEach(number -> hasConnector("MANY-" + number));
        cpo.close();
        cpo = CpoUnderTest.start(folder);
        cpo.part(JdbcTemplate.class).execute("set query_statistics true");
        // It would answer the same question about them with what it answered before.
        cpo.part(JdbcTemplate.class).execute("set optimize_reuse_results 0");
    }

    private static void hasConnector(String station) {
        cpo.books()
                .connectors()
                .put(
                        new Status(
                                new EvseKey(station, 1, 1),
                                ConnectorState.AVAILABLE,
                                "NoError",
                                "",
                                NOON));
    }

    @AfterAll
    static void stop() {
        cpo.close();
    }

    /** How often statements were executed that contain this, as the database counts them. */
    private static long executed(String part) {
        return Optional.ofNullable(
                        cpo.part(JdbcTemplate.class)
                                .queryForObject(
                                        """
                                        select sum(execution_count)
                                        from information_schema.query_statistics
                                        where position(cast(? as varchar) in sql_statement) > 0
                                        """,
                                        Long.class,
                                        part))
                .orElse(0L);
    }

    private static void isTold(String station, Class<? extends DeviceEvent> what) {
        await().atMost(Duration.ofSeconds(60))
                .until(() ->
                        cpo.events().stream()
                                .filter(what::isInstance)
                                .anyMatch(event -> event.port().device().equals(station)));
    }

    /** Its password, whether it may work: all that is known since the start. */
    @Test
    void aStationThatComesBackCostsOneQuestionForItsPortsAndNoOther() {
        long ports = executed("distinct station, evse from cpo_connector");
        long own = executed("from cpo_station where");
        try (RawStation station =
                RawStation.connect(cpo, "BACK", Optional.of(PASSWORD), "ocpp1.6")) {
            station.asks("Heartbeat", "{}");
            station.asks(
                    "StatusNotification",
                    "{'connectorId':1,'status':'Available','errorCode':'NoError'}");
            isTold("BACK", DeviceEvent.Online.class);
            assertThat(executed("from cpo_station where")).isEqualTo(own);
            assertThat(executed("distinct station, evse from cpo_connector")).isEqualTo(ports + 1);
        }
        isTold("BACK", DeviceEvent.Offline.class);
    }

    @Test
    void thoseThatComeTogetherAreAskedForTogether() {
        Queue<Runnable> works = new ArrayDeque<>();
        Comings comings = new Comings(cpo.part(News.class), List::copyOf, works::add);
        List<String> stations =
                IntStream.range(0, 300).mapToObj(number -> "MANY-" + number).toList();
        long before = executed("distinct station, evse from cpo_connector");
        stations.forEach(comings::came);
        comings.left(stations);

        assertThat(works).as("one works, the others wait").hasSize(1);
        works.remove().run();

        assertThat(executed("distinct station, evse from cpo_connector")).isEqualTo(before + 2);
        for (String station : stations) {
            assertThat(
                            cpo.events().stream()
                                    .filter(event -> event.port().device().equals(station))
                                    .map(event -> event.getClass().getSimpleName()))
                    .containsExactly("Online", "Offline");
        }
    }
}
