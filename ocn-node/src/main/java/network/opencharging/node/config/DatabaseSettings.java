package network.opencharging.node.config;

import org.springframework.boot.context.properties.ConfigurationProperties;

import java.time.Duration;

/**
 * The database.
 *
 * @param url JDBC address; empty means an H2 file in the data folder
 * @param username who connects
 * @param password with which password
 * @param pool how many connections to PostgreSQL at most
 * @param timeout how long to wait for one
 */
@ConfigurationProperties("ocn.database")
public record DatabaseSettings(
        String url, String username, String password, int pool, Duration timeout) {
    /** Checks the address. */
    public DatabaseSettings {
        if (!(url.isBlank() || url.startsWith("jdbc:h2:") || url.startsWith("jdbc:postgresql:"))) {
            throw new IllegalArgumentException(
                    "ocn.database.url must begin with jdbc:postgresql: or jdbc:h2:, or be empty for"
                            + " a file in the data folder");
        }
        if (pool < 1) {
            throw new IllegalArgumentException("ocn.database.pool must be at least 1");
        }
    }

    /**
     * How many connections there may be. To H2 one: it writes down what others are in the middle of
     * changing, and after a SIGKILL its indexes and rows were seen to disagree.
     */
    int connections() {
        return isShared() ? pool : 1;
    }

    /** Whether other processes of this node may be at work on it. */
    boolean isShared() {
        return url.startsWith("jdbc:postgresql:");
    }

    /** Never the password. */
    @Override
    public String toString() {
        return "DatabaseSettings[" + url + "]";
    }
}
