package network.opencharging.node.config;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.jvm.JvmGcMetrics;
import io.micrometer.core.instrument.binder.jvm.JvmMemoryMetrics;
import io.micrometer.core.instrument.binder.jvm.JvmThreadMetrics;
import io.micrometer.core.instrument.binder.system.ProcessorMetrics;
import io.micrometer.core.instrument.binder.system.UptimeMetrics;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;

import network.opencharging.node.copies.ServiceCopies;
import network.opencharging.node.journal.BodyLog;
import network.opencharging.node.observe.Observation;
import network.opencharging.node.operate.Meters;
import network.opencharging.node.operate.MetricsDesk;
import network.opencharging.node.platform.ConnectionStatus;
import network.opencharging.node.platform.Platforms;
import network.opencharging.node.store.JdbcCallbackJournal;
import network.opencharging.node.store.JdbcMessageLog;
import network.opencharging.protocol.message.CredentialsToken;
import network.opencharging.protocol.route.RouteTable;
import network.opencharging.registry.directory.Directory;

import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.time.Clock;
import java.util.Locale;
import java.util.function.Supplier;
import java.util.function.ToDoubleFunction;

/** What is counted, and who may read it. Nothing of it is loaded when it is off. */
@Configuration(proxyBeanMethods = false)
@ConditionalOnProperty(name = "ocn.metrics.on", matchIfMissing = true)
class MetricsConfig {
    @Bean(destroyMethod = "close")
    PrometheusMeterRegistry meterRegistry() {
        return new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
    }

    @Bean
    Meters meters(PrometheusMeterRegistry registry, RouteTable routes) {
        return new Meters(registry, routes.modules());
    }

    @Bean
    MetricsDesk metricsDesk(
            PrometheusMeterRegistry registry,
            MetricsSettings settings,
            DataFolder folder,
            Supplier<CredentialsToken> tokens) {
        byte[] key = key(settings, folder, tokens).getBytes(StandardCharsets.UTF_8);
        return new MetricsDesk(
                registry,
                shown -> MessageDigest.isEqual(key, shown.getBytes(StandardCharsets.UTF_8)));
    }

    private static String key(
            MetricsSettings settings, DataFolder folder, Supplier<CredentialsToken> tokens) {
        if (!settings.key().isBlank()) {
            return settings.key();
        }
        return settings.keyFile().isBlank()
                ? folder.secret("metrics.key", () -> tokens.get().reveal())
                : DataFolder.read(Path.of(settings.keyFile())).strip();
    }

    /** The process itself. */
    @Bean(destroyMethod = "close")
    JvmGcMetrics processMeters(PrometheusMeterRegistry registry) {
        new JvmMemoryMetrics().bindTo(registry);
        new JvmThreadMetrics().bindTo(registry);
        new ProcessorMetrics().bindTo(registry);
        new UptimeMetrics().bindTo(registry);
        JvmGcMetrics collections = new JvmGcMetrics();
        collections.bindTo(registry);
        return collections;
    }

    /** What waits, and what was lost. */
    @Bean
    Gauge logMeters(
            PrometheusMeterRegistry registry,
            JdbcMessageLog log,
            BodyLog bodies,
            JdbcCallbackJournal callbacks,
            ServiceCopies copies,
            Observation observation) {
        lost(registry, "messages", log, JdbcMessageLog::dropped);
        lost(registry, "bodies", bodies, BodyLog::dropped);
        lost(registry, "callbacks", callbacks, JdbcCallbackJournal::dropped);
        lost(registry, "copies", copies, ServiceCopies::dropped);
        lost(registry, "observations", observation, Observation::dropped);
        return Gauge.builder("ocn.waiting", log, JdbcMessageLog::waiting)
                .description("what waits to be written down")
                .tag("of", "messages")
                .register(registry);
    }

    private static <T> void lost(
            PrometheusMeterRegistry registry, String of, T keeper, ToDoubleFunction<T> dropped) {
        Gauge.builder("ocn.lost", keeper, dropped)
                .description("what was too much since the start")
                .tag("of", of)
                .register(registry);
    }

    /** Who is known, and how fresh that is. */
    @Bean
    Gauge knownMeters(
            PrometheusMeterRegistry registry,
            Directory directory,
            Platforms platforms,
            Clock clock) {
        for (ConnectionStatus status : ConnectionStatus.values()) {
            platforms(registry, platforms, status);
        }
        Gauge.builder("ocn.directory.parties", directory, it -> it.snapshot().parties().size())
                .description("parties in the registry")
                .register(registry);
        Gauge.builder(
                        "ocn.directory.reachable",
                        directory,
                        it -> it.freshness().reachable() ? 1 : 0)
                .description("whether the registry could be read the last time")
                .register(registry);
        return Gauge.builder("ocn.directory.age", directory, it -> age(it, clock))
                .baseUnit("seconds")
                .description("how long ago the registry was confirmed")
                .register(registry);
    }

    private static double age(Directory directory, Clock clock) {
        return directory
                .freshness()
                .age(clock.instant())
                .map(it -> it.toMillis() / 1000.0)
                .orElse(Double.NaN);
    }

    private static void platforms(
            MeterRegistry registry, Platforms platforms, ConnectionStatus status) {
        Gauge.builder(
                        "ocn.platforms",
                        platforms,
                        it -> it.all().stream().filter(one -> one.status() == status).count())
                .description("platforms of this node")
                .tag("status", status.name().toLowerCase(Locale.ROOT))
                .register(registry);
    }
}
