package network.opencharging.bridge.config;

import network.opencharging.bridge.sign.Demand;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

import java.net.URI;
import java.net.URISyntaxException;
import java.time.Duration;

/**
 * The door to the hub.
 *
 * @param url where the hub reaches this bridge, without a slash at the end
 * @param host the address to listen at
 * @param port the port to listen at
 * @param patience how long a backoffice, or the hub, may take for an answer
 * @param signatures how much signatures of partners matter: NONE, WHERE_SIGNED or ALWAYS
 */
@ConfigurationProperties(prefix = "ocn.bridge.door", ignoreUnknownFields = false)
public record DoorSettings(
        String url,
        @DefaultValue("0.0.0.0") String host,
        @DefaultValue("8180") int port,
        @DefaultValue("20s") Duration patience,
        @DefaultValue("WHERE_SIGNED") Demand signatures) {

    /** Checks the URL. */
    public DoorSettings {
        Check.that(
                isUrl(url),
                "ocn.bridge.door.url (OCN_BRIDGE_URL) must be the URL where the hub reaches this"
                        + " bridge, without a slash at the end");
        Check.that(
                !patience.isNegative() && !patience.isZero(),
                "ocn.bridge.door.patience must be longer than nothing");
    }

    private static boolean isUrl(String text) {
        try {
            return text.matches("https?://[^/]+(/.*[^/])?") && new URI(text).getHost() != null;
        } catch (URISyntaxException e) {
            // No URL: the caller says which setting it is.
            return false;
        }
    }
}
