package network.opencharging.node.config;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

import java.time.Duration;

/**
 * The credentials exchange.
 *
 * @param deadline for each single call to the other side
 * @param invitationLifetime how long a token A may be used
 * @param tellEvery how often it is looked who must be told another URL of this node
 */
@ConfigurationProperties("ocn.handshake")
public record HandshakeSettings(
        Duration deadline, Duration invitationLifetime, @DefaultValue("5s") Duration tellEvery) {
    /** Refuses what could never succeed. */
    public HandshakeSettings {
        if (!deadline.isPositive() || !invitationLifetime.isPositive() || !tellEvery.isPositive()) {
            throw new IllegalArgumentException(
                    "ocn.handshake.deadline, ocn.handshake.invitation-lifetime and"
                            + " ocn.handshake.tell-every must be positive");
        }
    }
}
