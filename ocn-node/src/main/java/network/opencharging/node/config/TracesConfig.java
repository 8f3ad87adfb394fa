package network.opencharging.node.config;

import network.opencharging.node.handshake.NodeIdentity;
import network.opencharging.node.operate.SpanWriter;

import org.springframework.boot.autoconfigure.condition.ConditionalOnExpression;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

import java.time.Clock;
import java.util.concurrent.ThreadLocalRandom;

/** Traces. Where no collector is set nothing of it is loaded, and a trace that came travels on. */
@Configuration(proxyBeanMethods = false)
@ConditionalOnExpression("!'${ocn.traces.otlp:}'.isBlank()")
class TracesConfig {
    @Bean(destroyMethod = "close")
    SpanWriter spanWriter(TracesSettings settings, NodeIdentity self, Clock clock) {
        return new SpanWriter(
                SpanWriter.otlp(settings.otlp()),
                new SpanWriter.Wishes(self.url(), settings.ratio()),
                () -> ThreadLocalRandom.current().nextLong(),
                clock);
    }
}
