package network.opencharging.bridge.config;

import com.zaxxer.hikari.HikariDataSource;
import com.zaxxer.hikari.pool.HikariPool.PoolInitializationException;

import network.opencharging.bridge.store.BridgeTables;
import network.opencharging.bridge.store.RowIds;

import org.flywaydb.core.api.FlywayException;
import org.springframework.jdbc.core.JdbcOperations;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.transaction.support.TransactionOperations;
import org.springframework.transaction.support.TransactionTemplate;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;

/** The bridge's own database; an application around it keeps its own. */
public final class BridgeDatabase implements AutoCloseable {
    private static final int CONNECTIONS = 10;

    private final HikariDataSource source;
    private final RowIds ids;

    private BridgeDatabase(HikariDataSource source) {
        this.source = source;
        this.ids = RowIds.after(new JdbcTemplate(source));
    }

    /**
     * Opens it and brings its tables to the present version.
     *
     * @throws UnusableSetting when it cannot be used; says which setting, and what to do
     */
    static BridgeDatabase open(DataSettings settings, Folder folder) {
        DatabaseTrouble trouble = new DatabaseTrouble(settings, folder);
        trouble.checkScheme();
        folder.make();
        HikariDataSource source = new HikariDataSource();
        source.setPoolName("bridge");
        // One connection to H2, wherever its file lies: it writes down what others are in the
        // middle of changing, and after a SIGKILL its indexes and rows were seen to disagree
        // (KillTest, 188 kills).
        // H2 writes with the commit, not half a second later: what was taken must survive a crash.
        // Its asynchronous file is not closed when a thread is interrupted that writes to it, as
        // one is whose backoffice takes too long.
        source.setJdbcUrl(
                settings.url().isBlank()
                        ? "jdbc:h2:async:%s;DB_CLOSE_ON_EXIT=FALSE;WRITE_DELAY=0"
                                .formatted(folder.resolve("bridge"))
                        : settings.url());
        source.setUsername(settings.username());
        source.setPassword(settings.password());
        // PostgreSQL: many rows in one statement. H2 does not know it and does not mind.
        source.addDataSourceProperty("reWriteBatchedInserts", "true");
        source.setMaximumPoolSize(isH2(source) ? 1 : CONNECTIONS);
        // The first connection is made by hand: a pool tells what is wrong with a stack.
        try (Connection _ =
                DriverManager.getConnection(
                        source.getJdbcUrl(), source.getUsername(), source.getPassword())) {
            migrate(source);
        } catch (SQLException | FlywayException | PoolInitializationException e) {
            source.close();
            throw trouble.of(e);
        }
        return new BridgeDatabase(source);
    }

    private static boolean isH2(HikariDataSource source) {
        return source.getJdbcUrl().startsWith("jdbc:h2:");
    }

    /** Bringing tables to the present version takes two connections, and comes before all else. */
    private static void migrate(HikariDataSource source) {
        try (HikariDataSource wide = new HikariDataSource()) {
            wide.setPoolName("bridge tables");
            wide.setJdbcUrl(source.getJdbcUrl());
            wide.setUsername(source.getUsername());
            wide.setPassword(source.getPassword());
            wide.setMaximumPoolSize(2);
            BridgeTables.migrate(wide);
        }
    }

    JdbcClient client() {
        return JdbcClient.create(source);
    }

    JdbcOperations operations() {
        return new JdbcTemplate(source);
    }

    TransactionOperations transactions() {
        return new TransactionTemplate(new DataSourceTransactionManager(source));
    }

    /** Numbers for rows of the outbox. */
    RowIds ids() {
        return ids;
    }

    @Override
    public void close() {
        source.close();
    }
}
