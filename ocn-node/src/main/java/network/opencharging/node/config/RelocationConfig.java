package network.opencharging.node.config;

import network.opencharging.node.admin.AddressDesk;
import network.opencharging.node.handshake.Handshakes;
import network.opencharging.node.handshake.NodeIdentity;
import network.opencharging.node.handshake.Relocation;
import network.opencharging.node.handshake.ToldAddresses;
import network.opencharging.node.platform.Platforms;
import network.opencharging.node.replica.Duty;
import network.opencharging.node.store.JdbcToldAddresses;

import org.flywaydb.core.Flyway;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;

import java.time.Clock;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** What is done when the node has another public URL than before. */
@Configuration(proxyBeanMethods = false)
class RelocationConfig {
    @Bean
    ToldAddresses toldAddresses(JdbcClient jdbc, Flyway migrated) {
        return new JdbcToldAddresses(jdbc);
    }

    @Bean(destroyMethod = "shutdownNow")
    ExecutorService relocationThreads() {
        return Executors.newThreadPerTaskExecutor(Thread.ofVirtual().name("relocation").factory());
    }

    @Bean(initMethod = "begin")
    Relocation relocation(
            Platforms platforms,
            Handshakes handshakes,
            ToldAddresses told,
            NodeIdentity self,
            ExecutorService relocationThreads,
            Clock clock) {
        return new Relocation(
                platforms,
                handshakes.renewal()::rotate,
                told,
                self.url(),
                relocationThreads,
                clock);
    }

    @Bean(initMethod = "start", destroyMethod = "close")
    Rounds relocationRounds(Relocation relocation, HandshakeSettings settings, Duties duties) {
        Duty duty = duties.duty("telling platforms the URL");
        return new Rounds(
                "relocation",
                settings.tellEvery(),
                () -> {
                    // Who still has the former URL leaves the work to who can do it.
                    if (relocation.isPresent() && duty.isMine()) {
                        relocation.round();
                    }
                });
    }

    @Bean
    AddressDesk addressDesk(NodeIdentity self, Relocation relocation) {
        return new AddressDesk(self.url(), relocation);
    }
}
