package network.opencharging.node.config;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

import java.time.Duration;

/**
 * The log of messages.
 *
 * @param on whether it is kept
 * @param kept for how long
 * @param waiting how many may wait to be written before more are dropped
 * @param bodies what was said
 */
@ConfigurationProperties("ocn.journal")
public record JournalSettings(
        @DefaultValue("true") boolean on,
        @DefaultValue("30d") Duration kept,
        @DefaultValue("20000") int waiting,
        @DefaultValue Bodies bodies) {
    /** Refuses what could never work. */
    public JournalSettings {
        if (!kept.isPositive() || waiting < 1) {
            throw new IllegalArgumentException("ocn.journal.kept and waiting must be positive");
        }
    }

    /**
     * What was said, encrypted.
     *
     * @param on whether it is kept
     * @param kept for how long
     * @param size how much of each body
     * @param waiting how much may wait to be written before more is dropped
     */
    public record Bodies(
            @DefaultValue("false") boolean on,
            @DefaultValue("24h") Duration kept,
            @DefaultValue("64KB") DataSize size,
            @DefaultValue("16MB") DataSize waiting) {
        private static final DataSize LARGEST = DataSize.ofKilobytes(1000);

        /** Refuses what could never work. */
        public Bodies {
            if (!kept.isPositive() || size.toBytes() < 1 || waiting.toBytes() < 1) {
                throw new IllegalArgumentException(
                        "ocn.journal.bodies.kept, size and waiting must be positive");
            }
            if (size.compareTo(LARGEST) > 0) {
                throw new IllegalArgumentException(
                        "ocn.journal.bodies.size must be 1000KB at most");
            }
        }
    }
}
