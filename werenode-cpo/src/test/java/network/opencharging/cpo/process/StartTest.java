package network.opencharging.cpo.process;

import static org.assertj.core.api.Assertions.assertThat;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.io.IOException;
import java.nio.file.Path;

/** What cannot work is said at the start, in a sentence that names the setting. */
class StartTest {
    @TempDir private Path folder = Path.of("");

    private String refused(String... settings) {
        try (CpoProcess process = CpoProcess.start(folder.resolve("data"), settings)) {
            assertThat(process.ends()).isEqualTo(1);
            return process.printed();
        }
    }

    @ParameterizedTest
    @CsvSource({
        "mqtt.broker, mqtt://broker, ocn.cpo.mqtt.broker must be tcp://",
        "mqtt.broker, tcp://bro ker, ocn.cpo.mqtt.broker must be tcp://",
        "plugs.http-every, 0s, ocn.cpo.plugs.http-every must be 100 ms or more",
        "plugs.lease, 1s, ocn.cpo.plugs.lease must be 10000 ms or more",
        "plugs.http-networks, 10.0.0.0, ocn.cpo.plugs.http-networks must be networks",
        "stations.ping, 0s, ocn.cpo.stations.ping must be 100 ms or more",
    })
    void settingsThatCannotBeAreNamed(String name, String value, String said) {
        assertThat(refused("--ocn.cpo." + name + "=" + value))
                .contains(said)
                .doesNotContain("\tat ");
    }

    @Test
    void aSecondProcessOnAFileDatabaseIsToldWhy() {
        try (CpoProcess first = CpoProcess.start(folder.resolve("data")).runs()) {
            assertThat(refused())
                    .contains("Another backend is at work on")
                    .contains("OCN_CPO_DB_URL")
                    .doesNotContain("\tat ");
            assertThat(first.operator().gets("/admin/stations").status()).isEqualTo(200);
        }
    }

    @Test
    void aDatabaseThatDoesNotAnswerIsNamed() {
        assertThat(refused("--ocn.cpo.data.url=jdbc:postgresql://127.0.0.1:1/cpo"))
                .contains("jdbc:postgresql://127.0.0.1:1/cpo cannot be used (OCN_CPO_DB_URL")
                .doesNotContain("\tat ");
    }

    /** A password that one process writes must fit at the other. */
    @Test
    void processesWithDifferentKeysAreNotStarted() throws IOException {
        try (EmbeddedPostgres database = EmbeddedPostgres.start()) {
            String url = "--ocn.cpo.data.url=" + database.getJdbcUrl("postgres", "postgres");
            String user = "--ocn.cpo.data.username=postgres";
            try (CpoProcess _ = CpoProcess.start(folder.resolve("other"), url, user).runs()) {
                assertThat(refused(url, user)).contains("stations.key").doesNotContain("\tat ");
            }
        }
    }
}
