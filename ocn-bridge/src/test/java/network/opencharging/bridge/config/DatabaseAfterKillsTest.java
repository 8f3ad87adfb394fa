package network.opencharging.bridge.config;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;

/**
 * What a file database has taken right after a start is there after a kill. What a kill leaves is
 * the file as it lies: a copy of it while it is open.
 */
class DatabaseAfterKillsTest {
    private static final int KILLS = 30;

    @TempDir private Path folder = Path.of("");

    @Test
    void theFirstWordsAfterAStartAreThereAfterTheNextKill() throws IOException {
        Path now = folder.resolve("0");
        long said = 0;
        try (BridgeDatabase database = open(now)) {
            gaps(database);
        }
        for (int kill = 1; kill <= KILLS; kill++) {
            Path left = Files.createDirectories(folder.resolve(Integer.toString(kill)));
            try (BridgeDatabase database = open(now)) {
                assertThat(count(database)).as("after kill %d", kill - 1).isEqualTo(said);
                for (int i = 0; i <= kill % 3; i++) {
                    say(database, 200);
                    said++;
                    database.client()
                            .sql("update bridge_complaint_fallen set entries = entries + 1")
                            .update();
                }
                Files.copy(now.resolve("bridge.mv.db"), left.resolve("bridge.mv.db"));
            }
            now = left;
        }
    }

    /** What came and went has left room in the middle of the file. */
    private static void gaps(BridgeDatabase database) {
        for (int i = 0; i < 300; i++) {
            say(database, 3000);
        }
        database.client().sql("delete from bridge_event").update();
    }

    private static BridgeDatabase open(Path at) {
        return BridgeDatabase.open(
                new DataSettings(at.toString(), "", "sa", "", true),
                new Folder(at, new SecureRandom()));
    }

    private static long count(BridgeDatabase database) {
        return database.client()
                .sql("select count(*) from bridge_event")
                .query(Long.class)
                .single();
    }

    private static void say(BridgeDatabase database, int length) {
        database.client()
                .sql(
                        "insert into bridge_event (kind, body, at) values ('x', ?,"
                                + " current_timestamp)")
                .param("x".repeat(length))
                .update();
    }
}
