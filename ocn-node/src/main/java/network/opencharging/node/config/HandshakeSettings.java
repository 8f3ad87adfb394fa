package network.opencharging.node.config;

import org.springframework.boot.context.properties.ConfigurationProperties;

import java.time.Duration;

/**
 * The credentials exchange.
 *
 * @param deadline for each single call to the other side
 * @param invitationLifetime how long a token A may be used
 */
@ConfigurationProperties("ocn.handshake")
public record HandshakeSettings(Duration deadline, Duration invitationLifetime) {
    /** Refuses what could never succeed. */
    public HandshakeSettings {
        if (!deadline.isPositive() || !invitationLifetime.isPositive()) {
            throw new IllegalArgumentException(
                    "ocn.handshake.deadline and ocn.handshake.invitation-lifetime must be"
                            + " positive");
        }
    }
}
