package network.opencharging.node.config;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

import java.time.Duration;

/**
 * The operator's API.
 *
 * @param key its key; empty means that the file is read
 * @param keyFile a file with the key; empty means {@code secrets/admin.key} in the data folder,
 *     made when missing
 * @param session how long a browser stays signed in
 * @param auditKept how long is kept what administrators did
 */
@ConfigurationProperties("ocn.admin")
public record AdminSettings(
        String key,
        String keyFile,
        @DefaultValue("8h") Duration session,
        @DefaultValue("400d") Duration auditKept) {
    /** Refuses what could never work. */
    public AdminSettings {
        if (!session.isPositive() || !auditKept.isPositive()) {
            throw new IllegalArgumentException("ocn.admin.session and audit-kept must be positive");
        }
    }

    /** Never the key. */
    @Override
    public String toString() {
        return "AdminSettings[hidden]";
    }
}
