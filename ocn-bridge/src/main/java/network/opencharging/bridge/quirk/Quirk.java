package network.opencharging.bridge.quirk;

import network.opencharging.protocol.message.CredentialsToken;
import network.opencharging.protocol.party.PartyId;
import network.opencharging.protocol.route.RouteKey;

import java.util.List;

/** A deviation that is allowed, or followed, because old peers know nothing else. */
public interface Quirk {

    /** Its name in the settings. */
    String name();

    /** In which order the ways to write a token are tried. */
    default List<CredentialsToken.Encoding> encodings(List<CredentialsToken.Encoding> usual) {
        return usual;
    }

    /** The versions that are offered and taken, the best first. */
    default List<String> versions(List<String> usual) {
        return usual;
    }

    /**
     * Where a request was meant to go.
     *
     * @param key where it came
     * @param from the party that sends it
     * @param to the own party that gets it
     */
    default RouteKey straightened(RouteKey key, PartyId from, PartyId to) {
        return key;
    }
}
