package network.opencharging.node.config;

import com.zaxxer.hikari.HikariDataSource;

import network.opencharging.node.access.AccessStore;
import network.opencharging.node.platform.PlatformStore;
import network.opencharging.node.platform.Platforms;
import network.opencharging.node.platform.TokenVault;
import network.opencharging.node.rules.OcnRules;
import network.opencharging.node.store.ChangeNumbers;
import network.opencharging.node.store.JdbcAccessStore;
import network.opencharging.node.store.JdbcAuditLog;
import network.opencharging.node.store.JdbcCallbackJournal;
import network.opencharging.node.store.JdbcPlatformStore;
import network.opencharging.node.store.JdbcRuleStore;

import org.flywaydb.core.Flyway;
import org.springframework.boot.flyway.autoconfigure.FlywayMigrationStrategy;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.JdbcOperations;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.Objects;

/** The database, and what is read from it at the start. */
@Configuration(proxyBeanMethods = false)
class StoreConfig {
    @Bean(destroyMethod = "close")
    HikariDataSource dataSource(DatabaseSettings settings, DataFolder folder) {
        HikariDataSource source = new HikariDataSource();
        source.setPoolName("database");
        source.setJdbcUrl(
                settings.url().isBlank() ? inFile(folder.resolve("node")) : settings.url());
        source.setUsername(settings.username());
        source.setPassword(settings.password());
        source.setMaximumPoolSize(settings.connections());
        source.setMinimumIdle(1);
        source.setConnectionTimeout(settings.timeout().toMillis());
        return source;
    }

    /**
     * Bringing the tables to the present version takes two connections, and comes before all else.
     */
    @Bean
    FlywayMigrationStrategy migration(DatabaseSettings settings) {
        return flyway -> {
            if (settings.connections() > 1) {
                flyway.migrate();
                return;
            }
            try (HikariDataSource two = new HikariDataSource()) {
                HikariDataSource one =
                        (HikariDataSource)
                                Objects.requireNonNull(flyway.getConfiguration().getDataSource());
                two.setPoolName("tables");
                two.setJdbcUrl(one.getJdbcUrl());
                two.setUsername(one.getUsername());
                two.setPassword(one.getPassword());
                two.setMaximumPoolSize(2);
                Flyway.configure()
                        .configuration(flyway.getConfiguration())
                        .dataSource(two)
                        .load()
                        .migrate();
            }
        };
    }

    /**
     * H2 closes with the pool and not by a hook of its own, which would run while the last requests
     * are still being answered; and it writes with the commit, not half a second later, because a
     * token that was handed out must be known after a crash. Its files are written asynchronously:
     * with the usual channel an interrupt of one writing thread would close the database for all.
     */
    static String inFile(Path file) {
        return "jdbc:h2:async:" + file + ";DB_CLOSE_ON_EXIT=FALSE;WRITE_DELAY=0";
    }

    @Bean
    NodeSecret nodeSecret(DataSettings settings, DataFolder folder, SecureRandom random) {
        return settings.secretFile().isBlank()
                ? NodeSecret.in(folder, random)
                : NodeSecret.in(Path.of(settings.secretFile()));
    }

    @Bean
    ChangeNumbers changeNumbers(JdbcClient jdbc, DatabaseSettings settings) {
        return new ChangeNumbers(jdbc, settings.isShared());
    }

    @Bean
    TokenVault tokenVault(NodeSecret secret, SecureRandom random) {
        return new TokenVault(secret.bytes(), random);
    }

    @Bean
    PlatformStore platformStore(
            JdbcClient jdbc,
            PlatformTransactionManager transactions,
            TokenVault vault,
            ChangeNumbers numbers) {
        return new JdbcPlatformStore(jdbc, transactions, vault, numbers);
    }

    @Bean(initMethod = "start", destroyMethod = "close")
    JdbcCallbackJournal callbackJournal(
            JdbcOperations jdbc,
            RelayProperties properties,
            DatabaseSettings settings,
            Clock clock,
            Flyway migrated) {
        return new JdbcCallbackJournal(jdbc, properties.callbacks(), settings.isShared(), clock);
    }

    @Bean
    OcnRules ocnRules(
            Platforms platforms,
            JdbcClient jdbc,
            PlatformTransactionManager transactions,
            ChangeNumbers numbers) {
        OcnRules rules = new OcnRules(platforms, new JdbcRuleStore(jdbc, transactions, numbers));
        rules.refresh();
        return rules;
    }

    @Bean
    AccessStore accessStore(JdbcClient jdbc, PlatformTransactionManager transactions) {
        return new JdbcAccessStore(jdbc, new TransactionTemplate(transactions));
    }

    @Bean
    JdbcAuditLog auditLog(JdbcClient jdbc, AdminSettings settings, Clock clock) {
        return new JdbcAuditLog(jdbc, settings.auditKept(), clock);
    }

    /** Needs the tables: therefore after Flyway. */
    @Bean
    Platforms platforms(
            PlatformStore store, DatabaseSettings settings, Clock clock, Flyway migrated) {
        Platforms platforms = new Platforms(store, clock, settings.isShared());
        platforms.refresh();
        return platforms;
    }
}
