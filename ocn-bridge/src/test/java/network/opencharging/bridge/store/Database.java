package network.opencharging.bridge.store;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;

import network.opencharging.bridge.deliver.Parcels;

import org.h2.jdbcx.JdbcConnectionPool;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.ZoneOffset;

import javax.sql.DataSource;

/** A database with the bridge's tables in it. */
record Database(DataSource source) {

    /** The file database that a bridge has by default. */
    static Database h2(Path folder) {
        return new Database(
                        JdbcConnectionPool.create(
                                "jdbc:h2:file:" + folder.resolve("bridge"), "", ""))
                .migrated();
    }

    /** A real PostgreSQL server. */
    static EmbeddedPostgres startPostgres() {
        try {
            return EmbeddedPostgres.start();
        } catch (IOException e) {
            throw new UncheckedIOException("PostgreSQL did not start", e);
        }
    }

    static Database of(DataSource source) {
        return new Database(source).migrated();
    }

    private Database migrated() {
        BridgeTables.migrate(source);
        return this;
    }

    Database emptied() {
        for (String table :
                new String[] {
                    "outbox",
                    "way",
                    "complaint",
                    "journal",
                    "presence",
                    "command",
                    "cursor",
                    "registration",
                    "object",
                    "event",
                    "given"
                }) {
            client().sql("delete from bridge_" + table).update();
        }
        client().sql("update bridge_complaint_fallen set entries = 0").update();
        return this;
    }

    JdbcClient client() {
        return JdbcClient.create(source);
    }

    TransactionTemplate transactions() {
        return new TransactionTemplate(new DataSourceTransactionManager(source));
    }

    JdbcOutbox outbox() {
        JdbcTemplate jdbc = new JdbcTemplate(source);
        return new JdbcOutbox(jdbc, transactions(), RowIds.after(jdbc));
    }

    JdbcOutboxWatch watch() {
        return new JdbcOutboxWatch(new JdbcTemplate(source));
    }

    JdbcGiven given() {
        return new JdbcGiven(client(), transactions());
    }

    JdbcCommands commands() {
        return new JdbcCommands(
                client(), transactions(), outbox(), Clock.fixed(Parcels.NOON, ZoneOffset.UTC));
    }
}
