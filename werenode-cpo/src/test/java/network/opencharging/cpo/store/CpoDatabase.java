package network.opencharging.cpo.store;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;

import org.h2.jdbcx.JdbcConnectionPool;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;

import javax.sql.DataSource;

/** A database with the backend's tables in it. */
record CpoDatabase(DataSource source) {

    /** The file database that a backend has by default. */
    static CpoDatabase h2(Path folder) {
        return of(JdbcConnectionPool.create("jdbc:h2:file:" + folder.resolve("cpo"), "", ""));
    }

    /** A real PostgreSQL server. */
    static EmbeddedPostgres startPostgres() {
        try {
            return EmbeddedPostgres.start();
        } catch (IOException e) {
            throw new UncheckedIOException("PostgreSQL did not start", e);
        }
    }

    static CpoDatabase of(DataSource source) {
        CpoTables.migrate(source);
        return new CpoDatabase(source);
    }

    JdbcClient client() {
        return JdbcClient.create(source);
    }

    JdbcTemplate jdbc() {
        return new JdbcTemplate(source);
    }

    TransactionTemplate transactions() {
        return new TransactionTemplate(new DataSourceTransactionManager(source));
    }
}
