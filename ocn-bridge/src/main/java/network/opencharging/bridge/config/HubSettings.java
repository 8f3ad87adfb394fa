package network.opencharging.bridge.config;

import network.opencharging.bridge.quirk.Quirks;
import network.opencharging.protocol.party.PartyId;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

import java.util.List;
import java.util.Optional;

/**
 * The hub.
 *
 * @param versionsUrl where it lists its versions; empty: the bridge waits to be registered
 * @param tokenFile a file with the token A that its operator gave
 * @param token the token itself, where a file is too much
 * @param party the hub's own party, such as CH-OCN: what is sent to it reaches everybody
 * @param quirks names of deviations of old hubs and partners that are allowed
 */
@ConfigurationProperties(prefix = "ocn.bridge.hub", ignoreUnknownFields = false)
public record HubSettings(
        @DefaultValue("") String versionsUrl,
        @DefaultValue("") String tokenFile,
        @DefaultValue("") String token,
        @DefaultValue("") String party,
        @DefaultValue List<String> quirks) {

    /** Checks the party. */
    public HubSettings {
        Check.that(
                party.isBlank() || PartyId.parse(party).isPresent(),
                "ocn.bridge.hub.party must be a country and a party, such as CH-OCN");
        quirks = quirks.stream().filter(name -> !name.isBlank()).toList();
        Check.that(
                Quirks.named(quirks).isPresent(),
                "ocn.bridge.hub.quirks (OCN_BRIDGE_QUIRKS) may name " + Quirks.names());
    }

    Quirks allowed() {
        return Quirks.named(quirks).orElseThrow();
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
