package network.opencharging.node.config;

import network.opencharging.node.handshake.NodeIdentity;
import network.opencharging.node.operate.HealthDesk;
import network.opencharging.node.operate.SelfTest;
import network.opencharging.node.platform.Platforms;
import network.opencharging.node.store.JdbcCallbackJournal;
import network.opencharging.registry.directory.Directory;

import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;

import java.time.Clock;
import java.util.function.BooleanSupplier;

/** Health, and the test at the start. */
@Configuration(proxyBeanMethods = false)
class OperateConfig {
    @Bean
    HealthDesk healthDesk(
            Platforms platforms,
            Directory directory,
            JdbcClient jdbc,
            JdbcCallbackJournal callbacks,
            Clock clock) {
        return new HealthDesk(platforms, directory, answers(jdbc), callbacks::dropped, clock);
    }

    private static BooleanSupplier answers(JdbcClient jdbc) {
        return () -> {
            try {
                return jdbc.sql("select 1").query(Integer.class).single() == 1;
            } catch (DataAccessException e) {
                // That it does not answer is the answer; the pool has logged why.
                return false;
            }
        };
    }

    /** Before the server opens its door. */
    @Bean
    SmartInitializingSingleton selfTest(NodeIdentity self, Directory directory) {
        return new SelfTest(self, directory)::run;
    }
}
