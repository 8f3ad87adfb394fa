package network.opencharging.benchmarks.place;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.stream.Stream;

import javax.sql.DataSource;

/** A PostgreSQL server as it comes, with each commit on the disk before it is told. */
public final class Postgres implements AutoCloseable {
    private static final String USER = "postgres";

    private final EmbeddedPostgres server;
    private final long pid;

    private Postgres(EmbeddedPostgres server, long pid) {
        this.server = server;
        this.pid = pid;
    }

    /** Starts it with its files in that folder. */
    public static Postgres start(Path folder) throws IOException {
        EmbeddedPostgres server =
                EmbeddedPostgres.builder()
                        .setDataDirectory(folder)
                        // What brings it along switches this off, which nobody does who wants to
                        // keep what he has.
                        .setServerConfig("synchronous_commit", "on")
                        .start();
        // The first line of this file is the server's process; the others are its children.
        long pid = Long.parseLong(Files.readAllLines(folder.resolve("postmaster.pid")).getFirst());
        return new Postgres(server, pid);
    }

    /** Its address for Java. */
    public String url() {
        return server.getJdbcUrl(USER, USER);
    }

    /** Who may do everything. */
    public String user() {
        return USER;
    }

    /** A way in. */
    public DataSource source() {
        return server.getPostgresDatabase();
    }

    /** Seconds of processor time of the server and of all that serve in it now. */
    public double processorSeconds() {
        return ProcessHandle.of(pid).stream()
                .flatMap(process -> Stream.concat(Stream.of(process), process.descendants()))
                .map(process -> process.info().totalCpuDuration().orElse(Duration.ZERO))
                .mapToDouble(time -> time.toMillis() / 1e3)
                .sum();
    }

    @Override
    public void close() throws IOException {
        server.close();
    }
}
