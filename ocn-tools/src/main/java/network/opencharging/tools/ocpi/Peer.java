package network.opencharging.tools.ocpi;

import java.net.URI;
import java.util.List;

/**
 * The other platform of a registration.
 *
 * @param token what we must present to it
 * @param versions the address of its versions
 * @param endpoints where its interfaces are
 * @param roles the parties that it speaks for
 */
public record Peer(String token, URI versions, Endpoints endpoints, List<Identity> roles) {
    /** Copies. */
    public Peer {
        roles = List.copyOf(roles);
    }

    /** Without the token: this may be printed. */
    @Override
    public String toString() {
        return "Peer[" + versions + "]";
    }
}
