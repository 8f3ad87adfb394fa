package network.opencharging.node.config;

import network.opencharging.node.client.HttpCaller;
import network.opencharging.node.clientinfo.ClientBook;
import network.opencharging.node.clientinfo.ClientCalls;
import network.opencharging.node.clientinfo.ClientNews;
import network.opencharging.node.clientinfo.LifeSigns;
import network.opencharging.node.clientinfo.SayingStore;
import network.opencharging.node.desk.ClientInfoDesk;
import network.opencharging.node.desk.ClientRoles;
import network.opencharging.node.desk.FrontDesk;
import network.opencharging.node.desk.NodeNewsDesk;
import network.opencharging.node.handshake.NodeIdentity;
import network.opencharging.node.network.PeerProfiles;
import network.opencharging.node.platform.Platforms;
import network.opencharging.node.replica.Duty;
import network.opencharging.node.rules.RuleBook;
import network.opencharging.node.store.ChangeNumbers;
import network.opencharging.node.store.JdbcSayingStore;
import network.opencharging.protocol.key.Signer;
import network.opencharging.registry.directory.Directory;

import org.flywaydb.core.Flyway;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

import java.time.Clock;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Supplier;

/** Who is connected: the book, signs of life, and who is told. */
@Configuration(proxyBeanMethods = false)
class ClientInfoConfig {
    @Bean
    SayingStore sayingStore(
            JdbcClient jdbc,
            PlatformTransactionManager transactions,
            ChangeNumbers numbers,
            Flyway migrated) {
        return new JdbcSayingStore(jdbc, new TransactionTemplate(transactions), numbers);
    }

    @Bean
    ClientBook clientBook(
            Platforms platforms,
            Directory directory,
            NodeIdentity self,
            SayingStore sayings,
            Clock clock) {
        ClientBook book = new ClientBook(platforms, directory, self.operator(), sayings, clock);
        book.recall();
        return book;
    }

    @Bean
    ClientRoles clientRoles(ClientBook clients, Platforms platforms, RuleBook rules) {
        return new ClientRoles(clients, platforms, rules);
    }

    @Bean
    ClientInfoDesk clientInfoDesk(
            FrontDesk desk, NodeIdentity self, ClientBook clients, RuleBook rules) {
        return new ClientInfoDesk(desk, self, clients, rules);
    }

    @Bean
    NodeNewsDesk nodeNewsDesk(FrontDesk desk, Directory directory, ClientBook clients) {
        return new NodeNewsDesk(desk, directory, clients);
    }

    @Bean
    ClientCalls clientCalls(
            HttpCaller http,
            Signer key,
            Supplier<String> ids,
            PeerProfiles peers,
            ClientInfoSettings settings) {
        return new ClientCalls(http, key, ids, peers, settings.deadline());
    }

    @Bean(destroyMethod = "shutdownNow")
    ExecutorService clientInfoThreads() {
        return Executors.newThreadPerTaskExecutor(Thread.ofVirtual().name("client info").factory());
    }

    @Bean
    LifeSigns lifeSigns(
            Platforms platforms,
            ClientCalls calls,
            ExecutorService clientInfoThreads,
            ClientInfoSettings settings,
            Clock clock) {
        return new LifeSigns(platforms, calls, clientInfoThreads, settings.silence(), clock);
    }

    @Bean
    ClientNews clientNews(
            ClientBook book,
            Platforms platforms,
            Directory directory,
            ClientCalls calls,
            RuleBook rules,
            ExecutorService clientInfoThreads) {
        return new ClientNews(book, platforms, directory, calls, rules::mayMeet, clientInfoThreads);
    }

    @Bean(initMethod = "start", destroyMethod = "close")
    Rounds clientInfoRounds(
            LifeSigns signs,
            ClientNews news,
            ClientInfoSettings settings,
            Duties duties,
            Clock clock) {
        Duty duty = duties.duty("client info");
        return new Rounds(
                "client info",
                settings.every(),
                () -> {
                    if (duty.isMine()) {
                        signs.check();
                        news.tell();
                    } else {
                        news.listen(clock.instant().minus(Duty.LEASE.multipliedBy(2)));
                    }
                });
    }
}
