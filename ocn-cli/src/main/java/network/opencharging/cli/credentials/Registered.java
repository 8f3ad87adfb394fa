package network.opencharging.cli.credentials;

import network.opencharging.cli.output.Entry;
import network.opencharging.protocol.party.PartyId;
import network.opencharging.protocol.party.Role;
import network.opencharging.tools.json.JsonText;
import network.opencharging.tools.terminal.Failure;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;

/**
 * A registration with a node.
 *
 * @param versions where the node's versions are
 * @param token what the node accepts from us
 */
record Registered(URI versions, String token) {

    static String credentials(String tokenB, URI versions, PartyId party, Role role, String name) {
        ObjectNode json = JsonText.object();
        json.put("token", tokenB).put("url", versions.toString());
        ObjectNode own = json.putArray("roles").addObject();
        own.put("role", role.name())
                .put("party_id", party.partyId())
                .put("country_code", party.countryCode());
        own.putObject("business_details").put("name", name);
        return JsonText.write(json);
    }

    static Registered read(Path file) {
        try {
            JsonNode json =
                    JsonText.parse(Files.readString(file)).orElseThrow(() -> unusable(file));
            String token = json.path("token").asString("");
            if (token.isEmpty()) {
                throw unusable(file);
            }
            return new Registered(URI.create(json.path("versions").asString("")), token);
        } catch (IOException | IllegalArgumentException e) {
            throw unusable(file);
        }
    }

    private static Failure unusable(Path file) {
        return Failure.usage(
                "The file %s holds no registration: make one with  ocn credentials handshake"
                        .formatted(file));
    }

    void write(Path file) throws IOException {
        ObjectNode json = JsonText.object();
        json.put("versions", versions.toString()).put("token", token);
        if (!Files.exists(file)
                && file.getFileSystem().supportedFileAttributeViews().contains("posix")) {
            Files.createFile(
                    file,
                    PosixFilePermissions.asFileAttribute(
                            PosixFilePermissions.fromString("rw-------")));
        }
        Files.writeString(file, JsonText.write(json) + "\n");
    }

    /** The address, never the token. */
    Entry entry(String result) {
        return Entry.empty().with("node", versions).with("result", result);
    }

    /** The address, never the token. */
    @Override
    public String toString() {
        return "registration at " + versions;
    }
}
