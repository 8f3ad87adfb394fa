package network.opencharging.bridge.config;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Where everything is kept.
 *
 * @param folder for the file database and the secrets, which are made at the first start
 * @param url {@code jdbc:postgresql://host/name}; empty: an H2 file in the folder
 * @param username of the database
 * @param password of the database
 * @param resend false for partners who want OCPI to the letter: what fails once is parked
 */
@ConfigurationProperties(prefix = "ocn.bridge.data", ignoreUnknownFields = false)
public record DataSettings(
        @DefaultValue("./data") String folder,
        @DefaultValue("") String url,
        @DefaultValue("sa") String username,
        @DefaultValue("") String password,
        @DefaultValue("true") boolean resend) {

    /** Never the password. */
    @Override
    public String toString() {
        return "DataSettings[" + folder + ", " + url + "]";
    }
}
