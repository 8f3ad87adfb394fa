package network.opencharging.node.config;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Traces for an OpenTelemetry collector.
 *
 * @param otlp where it takes OTLP over HTTP; empty where nobody traces
 * @param ratio how many of the traces that begin here are told, from 0 to 1
 */
@ConfigurationProperties("ocn.traces")
public record TracesSettings(@DefaultValue("") String otlp, @DefaultValue("1") double ratio) {
    /** Refuses what could never work. */
    public TracesSettings {
        if (!(ratio >= 0 && ratio <= 1)) {
            throw new IllegalArgumentException("ocn.traces.ratio must be from 0 to 1");
        }
    }
}
