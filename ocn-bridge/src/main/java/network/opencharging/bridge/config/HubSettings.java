package network.opencharging.bridge.config;

import network.opencharging.protocol.party.PartyId;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

import java.util.Optional;

/**
 * The hub.
 *
 * @param versionsUrl where it lists its versions; empty: the bridge waits to be registered
 * @param tokenFile a file with the token A that its operator gave
 * @param token the token itself, where a file is too much
 * @param party the hub's own party, such as CH-OCN: what is sent to it reaches everybody
 */
@ConfigurationProperties(prefix = "ocn.bridge.hub", ignoreUnknownFields = false)
public record HubSettings(
        @DefaultValue("") String versionsUrl,
        @DefaultValue("") String tokenFile,
        @DefaultValue("") String token,
        @DefaultValue("") String party) {

    /** Checks the party. */
    public HubSettings {
        Check.that(
                party.isBlank() || PartyId.parse(party).isPresent(),
                "ocn.bridge.hub.party must be a country and a party, such as CH-OCN");
    }

    Optional<PartyId> ownParty() {
        return PartyId.parse(party);
    }

    /** Never the token. */
    @Override
    public String toString() {
        return "HubSettings[" + versionsUrl + ", " + party + "]";
    }
}
