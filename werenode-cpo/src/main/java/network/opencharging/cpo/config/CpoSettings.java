package network.opencharging.cpo.config;

import network.opencharging.cpo.ocpp.door.Admittance;
import network.opencharging.cpo.ocpp.station.Strictness;

import org.springframework.boot.context.properties.ConfigurationProperties;

import java.nio.file.Path;
import java.time.Duration;

/**
 * Everything that can be set; {@code cpo.yml} tells what it means.
 *
 * @param data where things are kept
 * @param stations how stations connect and are answered
 * @param admin the operator's API
 */
@ConfigurationProperties(prefix = "ocn.cpo", ignoreUnknownFields = false)
public record CpoSettings(Storage data, Stations stations, Admin admin) {

    /** Where things are kept. */
    public record Storage(Path folder, String url, String username, String password) {}

    /** How stations connect and are answered. */
    public record Stations(
            Admittance.Unknown unknown,
            Strictness strictness,
            Duration heartbeat,
            Duration retry,
            boolean unknownTokens,
            int handshakesPerSecond,
            Duration ping,
            Duration silence,
            Duration messagesKept) {}

    /** The operator's API. */
    public record Admin(String host, int port) {}
}
