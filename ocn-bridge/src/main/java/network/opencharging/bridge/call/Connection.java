package network.opencharging.bridge.call;

import network.opencharging.protocol.message.CredentialsToken;
import network.opencharging.protocol.route.Endpoint;
import network.opencharging.protocol.route.InterfaceRole;
import network.opencharging.protocol.route.ModuleId;

import java.net.URI;
import java.util.List;
import java.util.Optional;

/**
 * What a handshake has left: how the hub is spoken to.
 *
 * @param token the token that the hub gave to this platform
 * @param encoding how the hub wants it in the header
 * @param endpoints what the hub offers, from its version details
 */
public record Connection(
        CredentialsToken token, CredentialsToken.Encoding encoding, List<Endpoint> endpoints) {

    /** Keeps the endpoints from changing. */
    public Connection {
        endpoints = List.copyOf(endpoints);
    }

    /** The value of the {@code Authorization} header. */
    String authorization() {
        return token.header(encoding);
    }

    /** Where the hub serves this side of the module, without slash at the end. */
    public Optional<String> endpoint(ModuleId module, InterfaceRole role) {
        return endpoints.stream()
                .filter(endpoint -> endpoint.identifier().equals(module) && endpoint.role() == role)
                .map(endpoint -> withoutSlash(endpoint.url()))
                .findFirst();
    }

    /** Whose endpoint the URL lies below. */
    Optional<ModuleId> moduleOf(URI url) {
        return endpoints.stream()
                .filter(endpoint -> url.toString().startsWith(endpoint.url()))
                .map(Endpoint::identifier)
                .findFirst();
    }

    /** Whether the URL leads to a server that the handshake has named: only it gets the token. */
    public boolean isOfHub(URI url) {
        String start = url.getScheme() + "://" + url.getAuthority();
        return endpoints.stream().anyMatch(endpoint -> isBelow(start, endpoint.url()));
    }

    private static boolean isBelow(String start, String url) {
        return url.startsWith(start)
                && (url.length() == start.length() || url.charAt(start.length()) == '/');
    }

    private static String withoutSlash(String url) {
        int end = url.length();
        while (end > 0 && url.charAt(end - 1) == '/') {
            end--;
        }
        return url.substring(0, end);
    }
}
