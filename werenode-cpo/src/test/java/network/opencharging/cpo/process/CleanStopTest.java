package network.opencharging.cpo.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;

import network.opencharging.cpo.config.CpoUnderTest;
import network.opencharging.cpo.ocpp.door.RawStation;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;

import tools.jackson.databind.JsonNode;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/** A backend that is stopped in order while stations talk. */
class CleanStopTest {
    private static final Duration PATIENCE = Duration.ofMinutes(1);
    private static final int GOING_AWAY = 1001;

    @TempDir private Path folder;

    /** A station that sends values of its meter without a pause, as long as it is answered. */
    private static final class Talker {
        private final String id;
        private final RawStation station;
        private final Thread thread;
        private volatile int acknowledged;

        Talker(String id, RawStation station) {
            this.id = id;
            this.station = station;
            this.thread = Thread.ofVirtual().start(this::talk);
        }

        private void talk() {
            for (int value = 1; isTaken(value); value++) {
                acknowledged = value;
            }
        }

        private boolean isTaken(int value) {
            station.saysInVain(
                    ("[2,'m%d','MeterValues',{'connectorId':1,'transactionId':5,'meterValue':["
                                    + "{'timestamp':'2026-01-01T10:00:00Z','sampledValue':["
                                    + "{'value':'%d'}]}]}]")
                            .formatted(value, value));
            Optional<JsonNode> answer = station.hearsUnlessClosed();
            return answer.filter(said -> said.get(0).asInt() == 3).isPresent();
        }

        List<String> taken() {
            return IntStream.rangeClosed(1, acknowledged).mapToObj(String::valueOf).toList();
        }

        void isToldThatItGoesAway() throws InterruptedException {
            assertThat(station.isClosed()).isEqualTo(GOING_AWAY);
            thread.join(PATIENCE);
            assertThat(thread.isAlive()).isFalse();
        }
    }

    private static void allTalk(List<Talker> talkers) {
        await().atMost(PATIENCE)
                .until(() -> talkers.stream().allMatch(talker -> talker.acknowledged > 20));
    }

    /** Each once: the station that asks again whatever was not answered makes no second one. */
    private static void areAllThere(Talker talker, List<String> kept) {
        assertThat(kept).doesNotHaveDuplicates().containsAll(talker.taken());
        assertThat(kept).hasSizeBetween(talker.acknowledged, talker.acknowledged + 1);
    }

    @Test
    void stationsAreToldAndWhatWasAcknowledgedIsInTheFileDatabase() throws Exception {
        List<Talker> talkers = new ArrayList<>();
        CpoUnderTest cpo = CpoUnderTest.start(folder);
        for (int i = 0; i < 6; i++) {
            cpo.knowsWorking("TALK-" + i);
            talkers.add(new Talker("TALK-" + i, RawStation.connect(cpo, "TALK-" + i, "ocpp1.6")));
        }
        allTalk(talkers);

        cpo.close();

        try (CpoUnderTest again = CpoUnderTest.start(folder)) {
            for (Talker talker : talkers) {
                talker.isToldThatItGoesAway();
                areAllThere(
                        talker,
                        again.books().meters().of(talker.id, "5").stream()
                                .flatMap(metered -> metered.samples().stream())
                                .map(sample -> sample.value())
                                .toList());
            }
        }
    }

    /** A process, SIGTERM, PostgreSQL; another process sees at once that its stations are gone. */
    @Test
    void stationsOfAProcessAreToldAndWhatWasAcknowledgedIsInPostgres() throws Exception {
        try (EmbeddedPostgres database = EmbeddedPostgres.start();
                CpoProcess one = process(database).runs();
                CpoProcess other = process(database).runs()) {
            List<Talker> talkers = new ArrayList<>();
            for (int i = 0; i < 6; i++) {
                String id = "STOP-" + i;
                one.operator().does("PUT", "/admin/stations/" + id, "{'securityProfile':0}");
                talkers.add(new Talker(id, one.station(id)));
            }
            allTalk(talkers);

            one.isStopped();

            JdbcClient jdbc = JdbcClient.create(database.getPostgresDatabase());
            for (Talker talker : talkers) {
                talker.isToldThatItGoesAway();
                areAllThere(talker, kept(jdbc, talker.id));
                isGone(other, talker.id);
            }
            assertThat(logged(jdbc))
                    .as("the log of messages, to the last one")
                    .isGreaterThanOrEqualTo(
                            talkers.stream().mapToInt(talker -> talker.acknowledged).sum());
        }
    }

    private static List<String> kept(JdbcClient jdbc, String station) {
        return jdbc.sql("select content from cpo_meter_value where station = ?")
                .param(station)
                .query((row, _) -> row.getString(1))
                .list();
    }

    private static int logged(JdbcClient jdbc) {
        return jdbc.sql(
                        "select count(*) from cpo_message where from_station and action ="
                                + " 'MeterValues'")
                .query(Integer.class)
                .single();
    }

    private static void isGone(CpoProcess other, String station) {
        JsonNode seen = other.operator().gets("/admin/stations/" + station).body();
        assertThat(seen.path("connected").asString()).isEmpty();
    }

    private CpoProcess process(EmbeddedPostgres database) throws IOException {
        return CpoProcess.start(
                folder.resolve("data"),
                "--ocn.cpo.data.url=" + database.getJdbcUrl("postgres", "postgres"),
                "--ocn.cpo.data.username=postgres");
    }
}
