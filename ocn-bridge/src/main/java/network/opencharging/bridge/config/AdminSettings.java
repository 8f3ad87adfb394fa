package network.opencharging.bridge.config;

import network.opencharging.bridge.journal.Recorder;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

import java.time.Duration;

/**
 * The operator's door and the journal; used by the server alone.
 *
 * @param host the address of the page, its API, the metrics and the health
 * @param port the port of them; -1: they are not served
 * @param keyFile a file with the operator's key; empty: admin.key, made in the data folder
 * @param journal how long it is remembered who sent what to whom and how it ended; 0: not at all
 * @param content of which messages the content is remembered too, with drivers masked
 */
@ConfigurationProperties(prefix = "ocn.bridge.admin", ignoreUnknownFields = false)
public record AdminSettings(
        @DefaultValue("127.0.0.1") String host,
        @DefaultValue("8182") int port,
        @DefaultValue("") String keyFile,
        @DefaultValue("7d") Duration journal,
        @DefaultValue("TROUBLE") Recorder.Keep content) {

    /** Checks the retention. */
    public AdminSettings {
        Check.that(!journal.isNegative(), "ocn.bridge.admin.journal must not be negative");
    }
}
