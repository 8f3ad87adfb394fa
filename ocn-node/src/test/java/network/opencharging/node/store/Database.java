package network.opencharging.node.store;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;

import network.opencharging.node.platform.Cast;

import org.flywaydb.core.Flyway;
import org.h2.jdbcx.JdbcDataSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;

import javax.sql.DataSource;

/** A database with the node's tables in it. */
record Database(DataSource source) {

    /** The file database that a node has by default. */
    static Database h2(Path folder) {
        JdbcDataSource source = new JdbcDataSource();
        source.setURL("jdbc:h2:file:" + folder.resolve("node"));
        return new Database(source).migrated();
    }

    /** A real PostgreSQL server, started for these tests. */
    static EmbeddedPostgres startPostgres() {
        try {
            return EmbeddedPostgres.start();
        } catch (IOException e) {
            throw new UncheckedIOException("PostgreSQL did not start", e);
        }
    }

    /** The PostgreSQL database, emptied. */
    static Database emptied(EmbeddedPostgres server) {
        Database database = new Database(server.getPostgresDatabase());
        database.flyway().clean();
        return database.migrated();
    }

    private Database migrated() {
        flyway().migrate();
        return this;
    }

    private Flyway flyway() {
        return Flyway.configure().dataSource(source).cleanDisabled(false).load();
    }

    JdbcClient client() {
        return JdbcClient.create(source);
    }

    JdbcRuleStore rules() {
        return new JdbcRuleStore(client(), new DataSourceTransactionManager(source), numbers());
    }

    JdbcConsentStore consents() {
        return new JdbcConsentStore(
                client(),
                new TransactionTemplate(new DataSourceTransactionManager(source)),
                numbers());
    }

    JdbcPeerStore peers() {
        return new JdbcPeerStore(
                client(),
                new TransactionTemplate(new DataSourceTransactionManager(source)),
                numbers());
    }

    JdbcAccessStore access() {
        return new JdbcAccessStore(
                client(), new TransactionTemplate(new DataSourceTransactionManager(source)));
    }

    /** Deeds are kept for an hour. */
    JdbcAuditLog audit(Clock clock) {
        return new JdbcAuditLog(client(), Duration.ofHours(1), clock);
    }

    JdbcPlatformStore platforms() {
        return new JdbcPlatformStore(
                client(), new DataSourceTransactionManager(source), Cast.VAULT, numbers());
    }

    JdbcSayingStore sayings() {
        return new JdbcSayingStore(
                client(),
                new TransactionTemplate(new DataSourceTransactionManager(source)),
                numbers());
    }

    ChangeNumbers numbers() {
        return new ChangeNumbers(client(), isPostgres());
    }

    private boolean isPostgres() {
        return !(source instanceof JdbcDataSource);
    }
}
