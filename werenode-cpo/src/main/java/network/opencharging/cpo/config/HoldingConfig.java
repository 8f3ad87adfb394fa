package network.opencharging.cpo.config;

import network.opencharging.cpo.admin.HeldDesk;
import network.opencharging.cpo.ocpp.away.Whereabouts;
import network.opencharging.cpo.ocpp.frame.OcppVersion;
import network.opencharging.cpo.ocpp.held.HeldKeeper;
import network.opencharging.cpo.ocpp.held.HoldingDesk;
import network.opencharging.cpo.ocpp.held.KeepingLines;
import network.opencharging.cpo.ocpp.message.ActionDesk;
import network.opencharging.cpo.ocpp.message.HoldingWords;
import network.opencharging.cpo.ocpp.v16.HoldingWords16;
import network.opencharging.cpo.ocpp.v201.HoldingWords201;
import network.opencharging.cpo.store.JdbcHeld;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.SmartLifecycle;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.context.annotation.Primary;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.ScheduledExecutorService;
import java.util.function.Supplier;

/** What stations should hold. */
@Configuration(proxyBeanMethods = false)
@Import(HeldDesk.class)
class HoldingConfig {
    /** So long one sees that something is over. */
    private static final Duration KEPT = Duration.ofDays(1);

    private static final Map<OcppVersion, HoldingWords> WORDS =
            Map.of(
                    OcppVersion.V16, new HoldingWords16(),
                    OcppVersion.V201, new HoldingWords201(),
                    OcppVersion.V21, new HoldingWords201());

    @Bean
    HeldKeeper heldKeeper(JdbcHeld book, Clock clock) {
        return new HeldKeeper(book, clock);
    }

    /** By these all call stations, so that what is sent is kept. */
    @Bean
    @Primary
    KeepingLines keepingLines(Whereabouts lines, HeldKeeper keeper, Supplier<String> ids) {
        return new KeepingLines(lines, keeper, WORDS, ids);
    }

    @Bean
    SmartLifecycle forgettingHeld(JdbcHeld book, ScheduledExecutorService timers, Clock clock) {
        return new Rounds(
                timers,
                List.of(
                        new Rounds.Round(
                                "forgetting what stations hold no longer",
                                Duration.ofHours(1),
                                () -> book.forget(clock.instant().minus(KEPT)))));
    }

    /** Listens to what stations say of what they hold. */
    record Attention(
            ObjectProvider<KeepingLines> lines,
            ObjectProvider<HeldKeeper> keeper,
            ExecutorService workers) {

        ActionDesk at(OcppVersion version, ActionDesk desk) {
            return new HoldingDesk(
                    desk,
                    Objects.requireNonNull(WORDS.get(version)),
                    lines::getObject,
                    keeper::getObject,
                    workers);
        }
    }

    @Bean
    Attention attention(
            ObjectProvider<KeepingLines> lines,
            ObjectProvider<HeldKeeper> keeper,
            ExecutorService workers) {
        return new Attention(lines, keeper, workers);
    }
}
