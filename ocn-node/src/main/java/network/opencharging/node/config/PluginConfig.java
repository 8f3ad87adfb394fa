package network.opencharging.node.config;

import network.opencharging.node.desk.ConsentDesk;
import network.opencharging.node.desk.FrontDesk;
import network.opencharging.node.observe.Consents;
import network.opencharging.node.observe.Observation;
import network.opencharging.node.operate.StartRefused;
import network.opencharging.node.platform.Platforms;
import network.opencharging.node.plugin.MessageObserver;
import network.opencharging.node.store.ChangeNumbers;
import network.opencharging.node.store.JdbcConsentStore;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

import java.util.List;

/** Observers that are plugged in, and what parties consent to. */
@Configuration(proxyBeanMethods = false)
class PluginConfig {
    private static final int WAITING = 10_000;

    @Bean
    Consents observerConsents(
            Platforms platforms,
            JdbcClient jdbc,
            PlatformTransactionManager transactions,
            ChangeNumbers numbers) {
        Consents consents =
                new Consents(
                        platforms,
                        new JdbcConsentStore(jdbc, new TransactionTemplate(transactions), numbers));
        consents.refresh();
        return consents;
    }

    @Bean(initMethod = "start", destroyMethod = "close")
    Observation observation(ObjectProvider<MessageObserver> observers, Consents consents) {
        List<MessageObserver> all = observers.orderedStream().toList();
        List<String> names = all.stream().map(MessageObserver::name).toList();
        for (String name : names) {
            if (!name.matches("[a-z0-9-]{1,64}") || names.indexOf(name) < names.lastIndexOf(name)) {
                throw new StartRefused(
                        "The name of the observer '%s' must be 1 to 64 lower-case letters, digits and hyphens, and no other observer's."
                                .formatted(name));
            }
        }
        return new Observation(all, consents, WAITING);
    }

    @Bean
    ConsentDesk consentDesk(FrontDesk desk, Observation observation, Consents consents) {
        return new ConsentDesk(desk, observation, consents);
    }
}
