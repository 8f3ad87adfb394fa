package network.opencharging.cpo.config;

import com.zaxxer.hikari.HikariDataSource;

import network.opencharging.bridge.metering.EvidenceCheck;
import network.opencharging.bridge.unit.Watts;
import network.opencharging.cpo.ocpp.central.Books;
import network.opencharging.cpo.ocpp.evidence.Judge;
import network.opencharging.cpo.ocpp.evidence.JudgedMeters;
import network.opencharging.cpo.process.Bell;
import network.opencharging.cpo.store.CpoTables;
import network.opencharging.cpo.store.JdbcCdrs;
import network.opencharging.cpo.store.JdbcConnectors;
import network.opencharging.cpo.store.JdbcEffects;
import network.opencharging.cpo.store.JdbcEvidence;
import network.opencharging.cpo.store.JdbcHeld;
import network.opencharging.cpo.store.JdbcMessages;
import network.opencharging.cpo.store.JdbcMeterKeys;
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
import java.sql.SQLException;
import java.time.Clock;

/** What is kept, and where. */
@Configuration(proxyBeanMethods = false)
class StoreConfig {
    private static final int TO_THE_FILE = 10;

    /** What is committed waits for the disk with its connection: as many share one flush. */
    private static final int TO_POSTGRES = 16;

    /** No meter of a charging point counts more. */
    private static final Watts MOST = new Watts(1_000_000);

    /** DATABASE_ALREADY_OPEN_1 of H2. */
    private static final int ALREADY_OPEN = 90_020;

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
        source.setMaximumPoolSize(data.url().isBlank() ? TO_THE_FILE : TO_POSTGRES);
        // PostgreSQL: many rows in one statement. H2 does not know it and does not mind.
        source.addDataSourceProperty("reWriteBatchedInserts", "true");
        migrate(source, data);
        return source;
    }

    private static void migrate(HikariDataSource source, CpoSettings.Storage data) {
        try {
            CpoTables.migrate(source);
        } catch (RuntimeException e) {
            source.close();
            throw new StartRefused(sentence(e, data), e);
        }
    }

    private static String sentence(Throwable wrong, CpoSettings.Storage data) {
        Throwable root = wrong;
        boolean open = isOpen(root);
        while (root.getCause() != null) {
            root = root.getCause();
            open |= isOpen(root);
        }
        return open
                ? ("Another backend is at work on %s. A file database is for one process: stop that"
                                + " one, or give both a PostgreSQL (OCN_CPO_DB_URL).")
                        .formatted(data)
                : "%s cannot be used (OCN_CPO_DB_URL, OCN_CPO_DB_USERNAME, OCN_CPO_DB_PASSWORD): %s"
                        .formatted(data, root.getMessage());
    }

    private static boolean isOpen(Throwable wrong) {
        return wrong instanceof SQLException said && said.getErrorCode() == ALREADY_OPEN;
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
    JdbcStations stations(JdbcTemplate jdbc, TransactionTemplate transactions) {
        return new JdbcStations(jdbc, transactions);
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
    JdbcHeld held(JdbcTemplate jdbc) {
        return new JdbcHeld(JdbcClient.create(jdbc));
    }

    @Bean
    JdbcEvidence evidence(JdbcTemplate jdbc) {
        return new JdbcEvidence(JdbcClient.create(jdbc));
    }

    @Bean
    JdbcMeterKeys meterKeys(JdbcTemplate jdbc) {
        return new JdbcMeterKeys(JdbcClient.create(jdbc));
    }

    @Bean
    Judge judge(JdbcEvidence evidence, JdbcMeterKeys keys) {
        return new Judge(evidence, new EvidenceCheck(keys, MOST));
    }

    @Bean
    JudgedMeters judgedMeters(JdbcMeters meters, Judge judge) {
        return new JudgedMeters(meters, judge);
    }

    @Bean
    Books books(
            JdbcTemplate jdbc,
            TransactionTemplate transactions,
            JdbcStations stations,
            JdbcConnectors connectors,
            JudgedMeters meters,
            JdbcNotices notices) {
        return new Books(
                stations,
                connectors,
                new JdbcTransactions(jdbc, transactions),
                meters,
                new JdbcTokens(JdbcClient.create(jdbc)),
                notices);
    }

    @Bean
    JdbcSessions sessionStore(
            JdbcTemplate jdbc, TransactionTemplate transactions, Bell bell, Clock clock) {
        return new JdbcSessions(jdbc, transactions, bell, clock);
    }

    @Bean
    JdbcSite siteBook(JdbcTemplate jdbc, TransactionTemplate transactions, Bell bell, Clock clock) {
        return new JdbcSite(jdbc, transactions, bell, clock);
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
