package network.opencharging.bridge.config;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

import java.time.Duration;

/**
 * The backoffice that is not Java; used by the server alone.
 *
 * @param host the address of its API; nobody but the backoffice should reach it
 * @param port the port of its API
 * @param keyFile a file with the key that the backoffice shows; empty: made in the data folder
 * @param webhook where events are told; empty: the backoffice polls {@code /api/inbox}
 * @param webhookSecretFile a file with the secret that signs events
 * @param commandTime how long the result of a command may take
 */
@ConfigurationProperties(prefix = "ocn.bridge.backoffice", ignoreUnknownFields = false)
public record BackofficeSettings(
        @DefaultValue("127.0.0.1") String host,
        @DefaultValue("8181") int port,
        @DefaultValue("") String keyFile,
        @DefaultValue("") String webhook,
        @DefaultValue("") String webhookSecretFile,
        @DefaultValue("30s") Duration commandTime) {

    /** A webhook without a secret could be anybody's. */
    public BackofficeSettings {
        Check.that(
                webhook.isBlank() || Check.isUrl(webhook),
                "ocn.bridge.backoffice.webhook (OCN_BRIDGE_WEBHOOK) must be a URL, such as"
                        + " http://127.0.0.1:8282");
        Check.that(
                webhook.isBlank() || !webhookSecretFile.isBlank(),
                "ocn.bridge.backoffice.webhook-secret-file must name a file while webhook is set");
    }
}
