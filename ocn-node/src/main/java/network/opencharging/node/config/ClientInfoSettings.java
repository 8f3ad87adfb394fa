package network.opencharging.node.config;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

import java.time.Duration;

/**
 * Who is connected, and who is told.
 *
 * @param silence after how long a silent platform is asked whether it is still alive
 * @param every how often is looked for changes to tell
 * @param deadline of each call
 */
@ConfigurationProperties("ocn.client-info")
public record ClientInfoSettings(
        @DefaultValue("5m") Duration silence,
        @DefaultValue("1s") Duration every,
        @DefaultValue("10s") Duration deadline) {
    /** Refuses what could never work. */
    public ClientInfoSettings {
        if (!silence.isPositive() || !every.isPositive() || !deadline.isPositive()) {
            throw new IllegalArgumentException(
                    "ocn.client-info.silence, every and deadline must be positive");
        }
    }
}
