package network.opencharging.node.config;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Meters for Prometheus.
 *
 * @param on whether anything is counted
 * @param key what Prometheus must show; empty for one that is made
 * @param keyFile holds it, when it is not given directly
 */
@ConfigurationProperties("ocn.metrics")
public record MetricsSettings(
        @DefaultValue("true") boolean on,
        @DefaultValue("") String key,
        @DefaultValue("") String keyFile) {
    /** Without the key. */
    @Override
    public String toString() {
        return "MetricsSettings[on=" + on + "]";
    }
}
