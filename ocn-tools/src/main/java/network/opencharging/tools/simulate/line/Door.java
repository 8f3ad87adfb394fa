package network.opencharging.tools.simulate.line;

import java.net.URI;
import java.util.Optional;

import javax.net.ssl.SSLContext;

/**
 * Where a station connects, and as whom.
 *
 * @param url with the identity at its end, {@code ws:} or {@code wss:}
 * @param subprotocol what it offers to speak
 * @param user the identity
 * @param password for security profiles 1 and 2
 * @param tls whom it trusts and with which certificate it comes; empty: as Java does
 */
public record Door(
        URI url,
        String subprotocol,
        String user,
        Optional<String> password,
        Optional<SSLContext> tls) {
    /** Never with its password. */
    @Override
    public String toString() {
        return url.toString();
    }
}
