package network.opencharging.node.config;

import network.opencharging.node.client.HttpCaller;
import network.opencharging.node.network.PeerProfiles;
import network.opencharging.node.network.PeerStore;
import network.opencharging.node.probe.PeerProbe;
import network.opencharging.node.probe.PeerRounds;
import network.opencharging.node.replica.Duty;
import network.opencharging.node.store.ChangeNumbers;
import network.opencharging.node.store.JdbcPeerStore;
import network.opencharging.protocol.key.Signer;
import network.opencharging.registry.directory.Directory;

import org.flywaydb.core.Flyway;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** What other nodes read: asked, and remembered. */
@Configuration(proxyBeanMethods = false)
class PeerConfig {
    @Bean
    PeerStore peerStore(
            JdbcClient jdbc,
            PlatformTransactionManager transactions,
            ChangeNumbers numbers,
            Flyway migrated) {
        return new JdbcPeerStore(jdbc, new TransactionTemplate(transactions), numbers);
    }

    @Bean(destroyMethod = "shutdownNow")
    ExecutorService peerThreads() {
        return Executors.newThreadPerTaskExecutor(Thread.ofVirtual().name("peers").factory());
    }

    @Bean
    PeerRounds peerRounds(
            Directory directory,
            Signer nodeKey,
            PeerProfiles profiles,
            HttpCaller http,
            PeerSettings settings,
            ExecutorService peerThreads) {
        return new PeerRounds(
                directory,
                nodeKey.address(),
                profiles,
                new PeerProbe(http, settings.deadline()),
                peerThreads);
    }

    @Bean(initMethod = "start", destroyMethod = "close")
    @ConditionalOnProperty(name = "ocn.peers.ask", matchIfMissing = true)
    Rounds peerAsking(PeerRounds rounds, PeerSettings settings, Duties duties) {
        Duty duty = duties.duty("asking nodes");
        return new Rounds(
                "peers",
                settings.every(),
                () -> {
                    if (duty.isMine()) {
                        rounds.round();
                    } else {
                        rounds.roundOfDoubts();
                    }
                });
    }
}
