package network.opencharging.node.config;

import network.opencharging.node.journal.BodyLog;
import network.opencharging.node.journal.BodySeal;
import network.opencharging.node.replica.Duty;
import network.opencharging.node.store.JdbcBodyLog;

import org.flywaydb.core.Flyway;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.JdbcOperations;

import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;

/** What was said: nothing of it is kept unless the operator wants it. */
@Configuration(proxyBeanMethods = false)
class BodiesConfig {
    private static final Duration BETWEEN_CLEANINGS = Duration.ofMinutes(1);
    private static final String ON = "ocn.journal.bodies.on";

    @Bean
    @ConditionalOnProperty(name = ON, havingValue = "false", matchIfMissing = true)
    BodyLog noBodies() {
        return BodyLog.none();
    }

    @Bean(initMethod = "start", destroyMethod = "close")
    @ConditionalOnProperty(ON)
    JdbcBodyLog bodyLog(
            JdbcOperations jdbc,
            JournalSettings settings,
            NodeSecret secret,
            SecureRandom random,
            Clock clock,
            Flyway migrated) {
        JournalSettings.Bodies wanted = settings.bodies();
        return new JdbcBodyLog(
                jdbc,
                new BodySeal(secret.bytes(), random),
                new JdbcBodyLog.Bounds(
                        wanted.kept(),
                        Math.toIntExact(wanted.size().toBytes()),
                        wanted.waiting().toBytes()),
                clock);
    }

    @Bean(initMethod = "start", destroyMethod = "close")
    @ConditionalOnProperty(ON)
    Rounds bodyLogRounds(JdbcBodyLog bodies, Duties duties) {
        Duty duty = duties.duty("forgetting bodies");
        return new Rounds(
                "message bodies",
                BETWEEN_CLEANINGS,
                () -> {
                    if (duty.isMine()) {
                        bodies.forget();
                    }
                });
    }
}
