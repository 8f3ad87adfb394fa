package network.opencharging.bridge.config;

import network.opencharging.bridge.quirk.Quirks;
import network.opencharging.protocol.party.PartyId;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * The hub.
 *
 * @param versionsUrl where it lists its versions; empty: the bridge waits to be registered
 * @param tokenFile a file with the token A that its operator gave
 * @param token the token itself, where a file is too much
 * @param invitationFile in place of these: the file that its operator wrote with {@code ocn admin
 *     invite --to}
 * @param party the hub's own party, such as CH-OCN: what is sent to it reaches everybody
 * @param quirks names of deviations of old hubs and partners that are allowed
 */
@ConfigurationProperties(prefix = "ocn.bridge.hub", ignoreUnknownFields = false)
public record HubSettings(
        @DefaultValue("") String versionsUrl,
        @DefaultValue("") String tokenFile,
        @DefaultValue("") String token,
        @DefaultValue("") String invitationFile,
        @DefaultValue("") String party,
        @DefaultValue List<String> quirks) {

    /** Checks the URL, that there is one token only, and the party. */
    public HubSettings {
        Check.that(
                versionsUrl.isBlank() || Check.isUrl(versionsUrl),
                "ocn.bridge.hub.versions-url (OCN_BRIDGE_HUB_VERSIONS_URL) must be a URL, such as"
                        + " https://node.example.org/ocpi/versions");
        Check.that(
                invitationFile.isBlank() || (tokenFile.isBlank() && token.isBlank()),
                "ocn.bridge.hub.invitation-file (OCN_BRIDGE_HUB_INVITATION_FILE) has the token in"
                        + " it: set no token and no token-file beside it");
        Check.that(
                party.isBlank() || PartyId.parse(party).isPresent(),
                "ocn.bridge.hub.party must be a country and a party, such as CH-OCN");
        quirks = quirks.stream().filter(name -> !name.isBlank()).toList();
        Check.that(
                Quirks.named(quirks).isPresent(),
                "ocn.bridge.hub.quirks (OCN_BRIDGE_QUIRKS) may name " + Quirks.names());
    }

    /**
     * With the URL that the invitation names, where no other is set.
     *
     * @throws UnusableSetting when the invitation cannot be read
     */
    HubSettings invited() {
        return invitationFile.isBlank() || !versionsUrl.isBlank()
                ? this
                : new HubSettings(
                        InvitationFile.read(Path.of(invitationFile)).versionsUrl(),
                        tokenFile,
                        token,
                        invitationFile,
                        party,
                        quirks);
    }

    /**
     * The token A, read anew; empty when none is set.
     *
     * @throws UnusableSetting when its file cannot be read
     */
    String tokenNow() {
        if (!invitationFile.isBlank()) {
            return InvitationFile.read(Path.of(invitationFile)).token();
        }
        return tokenFile.isBlank() ? token : Folder.text(Path.of(tokenFile));
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
