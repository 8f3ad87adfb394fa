package network.opencharging.node.handshake;

import network.opencharging.node.platform.PartyRole;
import network.opencharging.protocol.message.CredentialsToken;

import java.net.URI;
import java.util.List;

/**
 * What a platform says of itself (OCPI 2.2.1 §7.3.1).
 *
 * @param token what we are to show to it
 * @param url where its versions are listed
 * @param roles the parties it speaks for, at least one, none twice
 */
public record Credentials(CredentialsToken token, URI url, List<PartyRole> roles) {
    /** Takes its own copy. */
    public Credentials {
        roles = List.copyOf(roles);
    }
}
