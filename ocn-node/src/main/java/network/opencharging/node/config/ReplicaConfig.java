package network.opencharging.node.config;

import network.opencharging.node.clientinfo.ClientBook;
import network.opencharging.node.network.PeerProfiles;
import network.opencharging.node.observe.Consents;
import network.opencharging.node.operate.StartRefused;
import network.opencharging.node.platform.Platforms;
import network.opencharging.node.platform.TokenVault;
import network.opencharging.node.replica.Changes;
import network.opencharging.node.replica.Leases;
import network.opencharging.node.replica.Presence;
import network.opencharging.node.replica.Topic;
import network.opencharging.node.rules.OcnRules;
import network.opencharging.node.store.ChangeNumbers;
import network.opencharging.node.store.JdbcLeases;
import network.opencharging.node.store.NodeFacts;
import network.opencharging.node.store.PostgresBell;

import org.flywaydb.core.Flyway;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Conditional;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

import java.time.Duration;
import java.util.Map;
import java.util.function.IntSupplier;
import java.util.function.Supplier;

/** Several processes of this node on one PostgreSQL. */
@Configuration(proxyBeanMethods = false)
class ReplicaConfig {
    private static final Duration AT_LEAST = Duration.ofMillis(500);
    private static final Duration SHOW = Duration.ofSeconds(3);

    @Bean
    Leases leases(JdbcClient jdbc, DatabaseSettings settings, Flyway migrated) {
        return settings.isShared() ? new JdbcLeases(jdbc) : Leases.alone();
    }

    /** Another process could read nothing of what this one writes, and the other way round. */
    @Bean
    SmartInitializingSingleton oneSecret(JdbcClient jdbc, TokenVault vault, Flyway migrated) {
        return () -> {
            String mark = vault.hash("the secret of this node").hex();
            if (!new NodeFacts(jdbc).agree("secret", mark)) {
                throw new StartRefused(
                        "The database was written with another secret than this node has: give it"
                                + " the file secrets/node.secret of the process that wrote it, with"
                                + " OCN_NODE_SECRET_FILE or in the data folder.");
            }
        };
    }

    @Bean(destroyMethod = "leave")
    Presence presence(Leases leases, Supplier<String> ids) {
        return new Presence(leases, ids.get());
    }

    @Bean
    Duties duties(Presence presence, Leases leases) {
        return new Duties(leases, presence.process());
    }

    /** How many share the work. */
    @Bean
    IntSupplier processes(Presence presence) {
        return presence::running;
    }

    @Bean(initMethod = "start", destroyMethod = "close")
    Rounds presenceRounds(Presence presence) {
        return new Rounds("presence", SHOW, presence::show);
    }

    /** Who reads what again when another process has written it. */
    @Bean
    Changes changes(
            ChangeNumbers numbers,
            Platforms platforms,
            OcnRules rules,
            ClientBook clients,
            PeerProfiles peers,
            Consents consents) {
        return new Changes(
                numbers,
                Map.of(
                        Topic.PLATFORMS, platforms::refresh,
                        Topic.RULES, rules::refresh,
                        Topic.CLIENTS, clients::recall,
                        Topic.PEERS, peers::recall,
                        Topic.CONSENTS, consents::refresh));
    }

    @Bean(initMethod = "start", destroyMethod = "close")
    @Conditional(SharedDatabase.class)
    PostgresBell changeBell(DatabaseSettings settings, Changes changes) {
        return new PostgresBell(
                new DriverManagerDataSource(
                        settings.url(), settings.username(), settings.password()),
                AT_LEAST,
                changes::look);
    }
}
