package network.opencharging.node.config;

import network.opencharging.node.admin.MessagesDesk;
import network.opencharging.node.clientinfo.LifeSigns;
import network.opencharging.node.journal.MessageLog;
import network.opencharging.node.journal.MessageRecord;
import network.opencharging.node.journal.RecentRequests;
import network.opencharging.node.message.RelayEvent;
import network.opencharging.node.message.Sender;
import network.opencharging.node.relay.RelayObserver;
import network.opencharging.node.store.JdbcMessageLog;

import org.flywaydb.core.Flyway;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.JdbcOperations;

import java.time.Clock;
import java.time.Duration;

/** The log of messages, and who hears of every message. */
@Configuration(proxyBeanMethods = false)
class JournalConfig {
    private static final Duration BETWEEN_CLEANINGS = Duration.ofMinutes(10);
    private static final int REQUESTS = 50_000;

    @Bean(initMethod = "start", destroyMethod = "close")
    JdbcMessageLog messageLog(
            JdbcOperations jdbc, JournalSettings settings, Clock clock, Flyway migrated) {
        return new JdbcMessageLog(jdbc, settings.waiting(), settings.kept(), clock);
    }

    @Bean(initMethod = "start", destroyMethod = "close")
    Rounds messageLogRounds(JdbcMessageLog log) {
        return new Rounds("message log", BETWEEN_CLEANINGS, log::forget);
    }

    @Bean
    MessagesDesk messagesDesk(MessageLog log) {
        return new MessagesDesk(log);
    }

    @Bean
    RecentRequests recentRequests() {
        return new RecentRequests(REQUESTS, System::nanoTime);
    }

    /** Every message of a platform is a sign of life, and a line in the log. */
    @Bean
    RelayObserver relayObserver(
            LifeSigns signs,
            RecentRequests requests,
            MessageLog log,
            JournalSettings settings,
            Clock clock) {
        return event -> {
            seen(event, signs);
            boolean repeated = requests.isRepeated(event);
            if (settings.on()) {
                log.keep(MessageRecord.of(event, repeated, clock.instant()));
            }
        };
    }

    private static void seen(RelayEvent event, LifeSigns signs) {
        if (event.sender().orElse(null) instanceof Sender.Local local) {
            signs.seen(local.platform());
        }
    }
}
