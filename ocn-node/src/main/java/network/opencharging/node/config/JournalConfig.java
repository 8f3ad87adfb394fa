package network.opencharging.node.config;

import network.opencharging.node.admin.MessagesDesk;
import network.opencharging.node.clientinfo.LifeSigns;
import network.opencharging.node.copies.ServiceCopies;
import network.opencharging.node.door.RefusalCodes;
import network.opencharging.node.door.Verdict;
import network.opencharging.node.journal.BodyLog;
import network.opencharging.node.journal.Chronicle;
import network.opencharging.node.journal.LiveFeed;
import network.opencharging.node.journal.MessageLog;
import network.opencharging.node.journal.MessageRecord;
import network.opencharging.node.journal.RecentRequests;
import network.opencharging.node.journal.Scribe;
import network.opencharging.node.message.Refusal;
import network.opencharging.node.observe.Observation;
import network.opencharging.node.operate.Meters;
import network.opencharging.node.operate.SpanWriter;
import network.opencharging.node.relay.RelayObserver;
import network.opencharging.node.replica.Duty;
import network.opencharging.node.store.JdbcAuditLog;
import network.opencharging.node.store.JdbcMessageLog;

import org.flywaydb.core.Flyway;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Primary;
import org.springframework.jdbc.core.JdbcOperations;

import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Supplier;

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
    Rounds messageLogRounds(JdbcMessageLog log, JdbcAuditLog audit, Duties duties) {
        Duty duty = duties.duty("forgetting");
        return new Rounds(
                "forgetting",
                BETWEEN_CLEANINGS,
                () -> {
                    if (duty.isMine()) {
                        log.forget();
                        audit.forget();
                    }
                });
    }

    @Bean
    MessagesDesk messagesDesk(MessageLog log, BodyLog bodyLog) {
        return new MessagesDesk(log, bodyLog);
    }

    @Bean
    Scribe scribe(Supplier<String> ids, RecentRequests requests, Clock clock) {
        return new Scribe(ids, requests, JournalConfig::ending, clock);
    }

    private static MessageRecord.Ending ending(Refusal refusal) {
        Verdict verdict = RefusalCodes.of(refusal);
        return new MessageRecord.Ending(
                verdict.http(),
                Optional.of(verdict.status().code()),
                Optional.of(refusal.getClass().getSimpleName()));
    }

    @Bean
    RecentRequests recentRequests() {
        return new RecentRequests(REQUESTS, System::nanoTime);
    }

    @Bean(destroyMethod = "close")
    LiveFeed liveFeed(Clock clock) {
        return new LiveFeed(clock);
    }

    @Bean
    Chronicle chronicle(
            Scribe scribe,
            JdbcMessageLog log,
            BodyLog bodies,
            LiveFeed live,
            JournalSettings settings) {
        return new Chronicle(scribe, settings.on() ? log : MessageLog.none(), bodies, live);
    }

    @Bean
    @Primary
    RelayObserver relayObserver(
            LifeSigns signs,
            Chronicle chronicle,
            Observation observation,
            ObjectProvider<Meters> meters,
            ObjectProvider<SpanWriter> spans,
            ServiceCopies copies) {
        return new Observers(
                signs,
                chronicle,
                copies,
                observation,
                Optional.ofNullable(meters.getIfAvailable()),
                Optional.ofNullable(spans.getIfAvailable()));
    }
}
