package network.opencharging.bridge.config;

import network.opencharging.protocol.json.Json;
import network.opencharging.protocol.json.JsonReader;

import java.nio.file.Path;
import java.util.Optional;

/**
 * What the operator of a hub has written for this bridge: {@code ocn admin invite --to FILE}.
 *
 * @param versionsUrl where the hub lists its versions
 * @param token the token A
 */
record InvitationFile(String versionsUrl, String token) {

    /**
     * Reads it.
     *
     * @throws UnusableSetting when it is not there, or something is missing in it
     */
    static InvitationFile read(Path file) {
        Optional<Json> json = JsonReader.standard().read(Folder.text(file)).optional();
        if (!(json.orElse(Json.Null.NULL) instanceof Json.Obj invitation)) {
            throw new UnusableSetting(
                    ("The file %s (ocn.bridge.hub.invitation-file, OCN_BRIDGE_HUB_INVITATION_FILE)"
                         + " is no JSON object: it must be what  ocn admin invite --to FILE "
                         + " writes")
                            .formatted(file));
        }
        return new InvitationFile(
                text(invitation, "versions_url", file), text(invitation, "token", file));
    }

    private static String text(Json.Obj invitation, String name, Path file) {
        return invitation
                .textOf(name)
                .filter(text -> !text.isBlank())
                .orElseThrow(() ->
                        new UnusableSetting(
                                ("%s is missing in the file %s (ocn.bridge.hub.invitation-file,"
                                     + " OCN_BRIDGE_HUB_INVITATION_FILE): it must be what  ocn"
                                     + " admin invite --to FILE  writes")
                                        .formatted(name, file)));
    }

    /** Never the token. */
    @Override
    public String toString() {
        return "InvitationFile[versionsUrl=%s]".formatted(versionsUrl);
    }
}
