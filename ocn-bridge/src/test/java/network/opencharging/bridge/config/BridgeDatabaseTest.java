package network.opencharging.bridge.config;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;

import java.nio.file.Path;
import java.security.SecureRandom;

/** The file database of a bridge survives what happens to the threads that write to it. */
class BridgeDatabaseTest {

    @TempDir private Path folder = Path.of("");

    @Test
    void aThreadThatIsInterruptedWhileItWritesBreaksNothing() throws InterruptedException {
        DataSettings settings = new DataSettings(folder.toString(), "", "sa", "", true);
        try (BridgeDatabase database =
                BridgeDatabase.open(settings, new Folder(folder, new SecureRandom()))) {
            Thread late = Thread.ofVirtual().start(() -> writeInterrupted(database.client()));
            late.join();

            assertThat(
                            database.client()
                                    .sql("select count(*) from bridge_event")
                                    .query(Integer.class)
                                    .single())
                    .isEqualTo(500);
        }
    }

    private static void writeInterrupted(JdbcClient client) {
        String body = "x".repeat(10_000);
        for (int i = 0; i < 500; i++) {
            Thread.currentThread().interrupt();
            client.sql(
                            "insert into bridge_event (kind, body, at) values ('x', ?,"
                                    + " current_timestamp)")
                    .param(body)
                    .update();
        }
    }
}
