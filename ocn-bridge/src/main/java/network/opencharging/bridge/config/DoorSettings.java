package network.opencharging.bridge.config;

import network.opencharging.bridge.sign.Demand;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

import java.time.Duration;

/**
 * The door to the hub.
 *
 * @param url where the hub reaches this bridge, without a slash at the end
 * @param host the address to listen at
 * @param port the port to listen at
 * @param patience how long a backoffice, or the hub, may take for an answer
 * @param signatures how much signatures of partners matter: NONE, WHERE_SIGNED or ALWAYS
 * @param tls what it shows who comes by TLS; nothing: a proxy does, or nobody
 */
@ConfigurationProperties(prefix = "ocn.bridge.door", ignoreUnknownFields = false)
public record DoorSettings(
        String url,
        @DefaultValue("0.0.0.0") String host,
        @DefaultValue("8180") int port,
        @DefaultValue("20s") Duration patience,
        @DefaultValue("WHERE_SIGNED") Demand signatures,
        @DefaultValue Tls tls) {

    /**
     * TLS at the door; read at the start.
     *
     * @param certificate a file in PEM: the certificate, and those that it hangs on
     * @param key a file in PEM: its private key
     */
    public record Tls(@DefaultValue("") String certificate, @DefaultValue("") String key) {
        /** Plain HTTP. */
        public static final Tls NONE = new Tls("", "");

        /** One without the other is a slip. */
        public Tls {
            Check.that(
                    certificate.isBlank() == key.isBlank(),
                    "ocn.bridge.door.tls (OCN_BRIDGE_TLS_CERTIFICATE and OCN_BRIDGE_TLS_KEY) must"
                            + " name both files, or none");
        }
    }

    /** Checks the URL. */
    public DoorSettings {
        Check.that(
                Check.isUrl(url) && !url.endsWith("/"),
                "ocn.bridge.door.url (OCN_BRIDGE_URL) must be the URL where the hub reaches this"
                        + " bridge, without a slash at the end");
        Check.that(
                !patience.isNegative() && !patience.isZero(),
                "ocn.bridge.door.patience must be longer than nothing");
        Check.that(
                tls.certificate().isBlank() || url.startsWith("https:"),
                "ocn.bridge.door.url (OCN_BRIDGE_URL) must begin with https: while"
                        + " OCN_BRIDGE_TLS_CERTIFICATE is set");
    }
}
