package network.opencharging.node.config;

import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * The operator's key, with which the node signs.
 *
 * @param file an encrypted Web3 keystore file, or a file with 64 hexadecimal digits (for
 *     development); empty means {@code secrets/operator.key} in the data folder, made when missing
 * @param passwordFile a file with the password of the keystore; empty means {@code password}
 * @param password the password of the keystore
 */
@ConfigurationProperties("ocn.key")
public record KeySettings(String file, String passwordFile, String password) {
    /** Never the password. */
    @Override
    public String toString() {
        return "KeySettings[" + file + "]";
    }
}
