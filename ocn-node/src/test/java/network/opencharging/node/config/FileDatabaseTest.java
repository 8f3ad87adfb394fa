package network.opencharging.node.config;

import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariDataSource;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;

import java.nio.file.Path;

/** The file database of a node survives what happens to the threads that write to it. */
class FileDatabaseTest {
    private static final int ROWS = 300;

    @TempDir private Path folder = Path.of("");

    @Test
    void aThreadThatIsInterruptedWhileItWritesBreaksNothing() throws InterruptedException {
        try (HikariDataSource source = new HikariDataSource()) {
            source.setJdbcUrl(StoreConfig.inFile(folder.resolve("node")));
            source.setUsername("sa");
            JdbcClient client = JdbcClient.create(source);
            client.sql("create table note (body varchar)").update();

            Thread interrupted = Thread.ofVirtual().start(() -> writeInterrupted(client));
            interrupted.join();

            assertThat(client.sql("select count(*) from note").query(Integer.class).single())
                    .isEqualTo(ROWS);
        }
    }

    private static void writeInterrupted(JdbcClient client) {
        String body = "x".repeat(10_000);
        for (int i = 0; i < ROWS; i++) {
            Thread.currentThread().interrupt();
            client.sql("insert into note (body) values (?)").param(body).update();
        }
    }
}
