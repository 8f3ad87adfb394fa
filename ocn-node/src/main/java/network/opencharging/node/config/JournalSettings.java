package network.opencharging.node.config;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

import java.time.Duration;

/**
 * The log of messages.
 *
 * @param on whether it is kept
 * @param kept for how long
 * @param waiting how many may wait to be written before more are dropped
 */
@ConfigurationProperties("ocn.journal")
public record JournalSettings(
        @DefaultValue("true") boolean on,
        @DefaultValue("30d") Duration kept,
        @DefaultValue("20000") int waiting) {
    /** Refuses what could never work. */
    public JournalSettings {
        if (!kept.isPositive() || waiting < 1) {
            throw new IllegalArgumentException("ocn.journal.kept and waiting must be positive");
        }
    }
}
