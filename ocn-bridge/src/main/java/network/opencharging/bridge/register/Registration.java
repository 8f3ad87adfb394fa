package network.opencharging.bridge.register;

import network.opencharging.bridge.call.Connection;
import network.opencharging.protocol.message.CredentialsToken;

import java.net.URI;
import java.util.List;
import java.util.Optional;

/**
 * How this bridge and its hub know each other.
 *
 * @param accepted the tokens that the hub may show: one, or two while they are being changed
 * @param hub how the hub is spoken to; empty until the handshake is done
 */
public record Registration(List<CredentialsToken> accepted, Optional<Hub> hub) {

    /** Keeps the tokens from changing. */
    public Registration {
        accepted = List.copyOf(accepted);
    }

    /**
     * How the hub is spoken to.
     *
     * @param versionsUrl where it lists its versions
     * @param connection token and endpoints
     */
    public record Hub(URI versionsUrl, Connection connection) {}

    /** Nobody may come in and nobody is known. */
    public static Registration none() {
        return new Registration(List.of(), Optional.empty());
    }

    boolean accepts(CredentialsToken token) {
        return accepted.stream().anyMatch(token::equals);
    }
}
