package network.opencharging.tools.mock.hub;

import network.opencharging.protocol.message.CredentialsToken;
import network.opencharging.protocol.party.PartyId;
import network.opencharging.protocol.route.InterfaceRole;
import network.opencharging.protocol.route.ModuleId;
import network.opencharging.tools.ocpi.Connection;
import network.opencharging.tools.ocpi.Identity;
import network.opencharging.tools.ocpi.Peer;
import network.opencharging.tools.ocpi.register.Registration;

import java.net.URI;
import java.util.List;
import java.util.Optional;

/**
 * A platform that is, or may soon be, registered at the hub.
 *
 * @param connection its tokens and where it is
 * @param registration exchanges credentials with it
 */
record Guest(Connection connection, Registration registration) {

    /** The parties that it speaks for; none before it has registered. */
    List<Identity> roles() {
        return connection.peer().map(Peer::roles).orElse(List.of());
    }

    boolean speaksFor(PartyId party) {
        return roles().stream().anyMatch(role -> role.party().equals(party));
    }

    Optional<URI> endpoint(ModuleId module, InterfaceRole role) {
        return connection.peer().flatMap(peer -> peer.endpoints().find(module, role));
    }

    /** What the hub presents to it. */
    String authorization() {
        String token = connection.peer().map(Peer::token).orElse("");
        return CredentialsToken.of(token)
                .map(known -> known.header(CredentialsToken.Encoding.BASE64))
                .orElse("Token " + token);
    }
}
