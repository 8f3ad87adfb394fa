package network.opencharging.node.config;

import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * The operator's API.
 *
 * @param key its key; empty means that the file is read
 * @param keyFile a file with the key; empty means {@code secrets/admin.key} in the data folder,
 *     made when missing
 */
@ConfigurationProperties("ocn.admin")
public record AdminSettings(String key, String keyFile) {
    /** Never the key. */
    @Override
    public String toString() {
        return "AdminSettings[hidden]";
    }
}
