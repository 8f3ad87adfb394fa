package network.opencharging.bridge.trial;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;

import network.opencharging.bridge.deliver.Parcel;
import network.opencharging.bridge.store.BridgeTables;
import network.opencharging.bridge.store.JdbcOutbox;
import network.opencharging.bridge.store.RowIds;
import network.opencharging.protocol.party.PartyId;
import network.opencharging.protocol.route.HttpMethod;
import network.opencharging.protocol.route.ModuleId;

import org.h2.jdbcx.JdbcConnectionPool;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

import javax.sql.DataSource;

/**
 * How long a bridge takes to be ready when so many CDRs wait: from the start of its process to the
 * API's answer that it is registered and how many there are, and to the first one at the hub.
 *
 * <p>Arguments: how many (100000), {@code h2} or {@code postgres}.
 */
public final class RestartBenchmark {
    private static final int AT_ONCE = 1_000;

    private RestartBenchmark() {}

    /** Runs it three times and prints the figures. */
    public static void main(String[] arguments) throws Exception {
        List<String> wanted = List.of(arguments);
        int many = wanted.isEmpty() ? 100_000 : Integer.parseInt(wanted.getFirst());
        Path folder = Files.createTempDirectory("bridge-restart");
        Files.createDirectories(folder.resolve("data"));
        try (StubHub hub = new StubHub()) {
            List<String> settings = new ArrayList<>(ServerProcess.standard(hub));
            if (wanted.contains("postgres")) {
                EmbeddedPostgres server = EmbeddedPostgres.start();
                settings.add("--ocn.bridge.data.url=" + server.getJdbcUrl("postgres", "postgres"));
                settings.add("--ocn.bridge.data.username=postgres");
                settings.add("--ocn.bridge.data.password=postgres");
                fill(server.getPostgresDatabase(), many);
            } else {
                JdbcConnectionPool pool =
                        JdbcConnectionPool.create(
                                "jdbc:h2:async:" + folder.resolve("data/bridge"), "sa", "");
                fill(pool, many);
                pool.dispose();
            }
            hub.away(true);
            for (int i = 0; i < 3; i++) {
                started(new ServerProcess(folder, settings), hub, many);
            }
        }
        System.exit(0);
    }

    private static void started(ServerProcess server, StubHub hub, int many)
            throws InterruptedException {
        Semaphore nobody = new Semaphore(0);
        int refused = hub.refused();
        long began = System.nanoTime();
        server.start();
        String wanted = "\"waiting\":" + many;
        String status = "";
        while (!status.contains(wanted) || !status.contains("\"registered\":true")) {
            status = server.ask("GET", "status", "").body();
            if (nobody.tryAcquire(5, TimeUnit.MILLISECONDS) || !server.isAlive()) {
                throw new IllegalStateException(server.log());
            }
        }
        double ready = (System.nanoTime() - began) / 1e9;
        while (hub.refused() == refused) {
            if (nobody.tryAcquire(5, TimeUnit.MILLISECONDS)) {
                return;
            }
        }
        System.out.printf(
                Locale.ROOT,
                "%d CDRs wait: ready after %.1f s, first of them at the hub after %.1f s%n",
                many,
                ready,
                (System.nanoTime() - began) / 1e9);
        server.close();
    }

    private static void fill(DataSource source, int many) {
        BridgeTables.migrate(source);
        JdbcTemplate jdbc = new JdbcTemplate(source);
        JdbcOutbox outbox =
                new JdbcOutbox(
                        jdbc,
                        new TransactionTemplate(new DataSourceTransactionManager(source)),
                        RowIds.after(jdbc));
        Instant hourAgo = Instant.now().minus(Duration.ofHours(1));
        for (int from = 0; from < many; from += AT_ONCE) {
            List<Parcel> some = new ArrayList<>();
            for (int i = from; i < from + AT_ONCE; i++) {
                some.add(cdr("cdr-" + i));
            }
            outbox.put(some, hourAgo);
        }
    }

    private static Parcel cdr(String id) {
        return new Parcel(
                new PartyId("DE", "ALC"),
                new PartyId("NL", "BOB"),
                "corr-" + id,
                new Parcel.Label(ModuleId.CDRS, "DE/ALC/" + id),
                new Parcel.Letter(HttpMethod.POST, "", Written.cdr(id)),
                Optional.empty());
    }
}
