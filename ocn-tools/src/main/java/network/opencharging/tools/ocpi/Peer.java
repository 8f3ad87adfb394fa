package network.opencharging.tools.ocpi;

import java.net.URI;

/**
 * The other platform of a registration.
 *
 * @param token what we must present to it
 * @param versions the address of its versions
 * @param endpoints where its interfaces are
 */
public record Peer(String token, URI versions, Endpoints endpoints) {
    /** Without the token: this may be printed. */
    @Override
    public String toString() {
        return "Peer[" + versions + "]";
    }
}
