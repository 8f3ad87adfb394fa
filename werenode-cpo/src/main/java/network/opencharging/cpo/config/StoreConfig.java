package network.opencharging.cpo.config;

import com.zaxxer.hikari.HikariDataSource;

import network.opencharging.cpo.ocpp.central.Books;
import network.opencharging.cpo.store.CpoTables;
import network.opencharging.cpo.store.JdbcCdrs;
import network.opencharging.cpo.store.JdbcConnectors;
import network.opencharging.cpo.store.JdbcEffects;
import network.opencharging.cpo.store.JdbcMessages;
import network.opencharging.cpo.store.JdbcMeters;
import network.opencharging.cpo.store.JdbcNotices;
import network.opencharging.cpo.store.JdbcSessions;
import network.opencharging.cpo.store.JdbcSite;
import network.opencharging.cpo.store.JdbcStations;
import network.opencharging.cpo.store.JdbcTokens;
import network.opencharging.cpo.store.JdbcTransactions;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

import java.security.SecureRandom;
import java.time.Clock;

/** What is kept, and where. */
@Configuration(proxyBeanMethods = false)
class StoreConfig {
    private static final int CONNECTIONS = 10;

    @Bean
    DataFolder dataFolder(CpoSettings settings) {
        return new DataFolder(settings.data().folder(), new SecureRandom());
    }

    @Bean(destroyMethod = "close")
    HikariDataSource database(CpoSettings settings, DataFolder folder) {
        CpoSettings.Storage data = settings.data();
        HikariDataSource source = new HikariDataSource();
        source.setPoolName("cpo");
        // H2 writes with the commit, not half a second later: what was taken must survive a crash.
        source.setJdbcUrl(
                data.url().isBlank()
                        ? "jdbc:h2:async:%s;DB_CLOSE_ON_EXIT=FALSE;WRITE_DELAY=0"
                                .formatted(folder.resolve("cpo"))
                        : data.url());
        source.setUsername(data.username());
        source.setPassword(data.password());
        source.setMaximumPoolSize(CONNECTIONS);
        // PostgreSQL: many rows in one statement. H2 does not know it and does not mind.
        source.addDataSourceProperty("reWriteBatchedInserts", "true");
        CpoTables.migrate(source);
        return source;
    }

    @Bean
    JdbcTemplate jdbc(HikariDataSource database) {
        return new JdbcTemplate(database);
    }

    @Bean
    TransactionTemplate transactions(HikariDataSource database) {
        return new TransactionTemplate(new DataSourceTransactionManager(database));
    }

    @Bean(destroyMethod = "close")
    JdbcConnectors connectors(JdbcTemplate jdbc, TransactionTemplate transactions) {
        return new JdbcConnectors(jdbc, transactions);
    }

    @Bean(destroyMethod = "close")
    JdbcMeters meters(JdbcTemplate jdbc, TransactionTemplate transactions) {
        return new JdbcMeters(jdbc, transactions);
    }

    @Bean(destroyMethod = "close")
    JdbcNotices notices(JdbcTemplate jdbc, TransactionTemplate transactions) {
        return new JdbcNotices(jdbc, transactions);
    }

    @Bean(destroyMethod = "close")
    JdbcMessages messages(JdbcTemplate jdbc, TransactionTemplate transactions) {
        return new JdbcMessages(jdbc, transactions);
    }

    @Bean
    Books books(
            JdbcTemplate jdbc,
            TransactionTemplate transactions,
            JdbcConnectors connectors,
            JdbcMeters meters,
            JdbcNotices notices) {
        JdbcClient client = JdbcClient.create(jdbc);
        return new Books(
                new JdbcStations(client),
                connectors,
                new JdbcTransactions(jdbc, transactions),
                meters,
                new JdbcTokens(client),
                notices);
    }

    @Bean
    JdbcSessions sessionStore(JdbcTemplate jdbc, TransactionTemplate transactions, Clock clock) {
        return new JdbcSessions(jdbc, transactions, clock);
    }

    @Bean
    JdbcSite siteBook(JdbcTemplate jdbc, TransactionTemplate transactions, Clock clock) {
        return new JdbcSite(jdbc, transactions, clock);
    }

    @Bean
    JdbcCdrs cdrBook(JdbcTemplate jdbc, TransactionTemplate transactions, Clock clock) {
        return new JdbcCdrs(jdbc, transactions, clock);
    }

    @Bean
    JdbcEffects effectBook(JdbcTemplate jdbc) {
        return new JdbcEffects(JdbcClient.create(jdbc));
    }
}
