package network.opencharging.cli.credentials;

import network.opencharging.cli.output.Entry;
import network.opencharging.protocol.party.PartyId;
import network.opencharging.protocol.party.Role;
import network.opencharging.tools.json.JsonText;
import network.opencharging.tools.secret.PrivateFile;
import network.opencharging.tools.terminal.Failure;

import org.jspecify.annotations.Nullable;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;

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

    /** What an operator has handed over, with the token A. */
    static Registered invitation(Path file) {
        try {
            JsonNode json = JsonText.parse(Files.readString(file)).orElseGet(JsonText::object);
            String token = json.path("token").asString("");
            String versions = json.path("versions_url").asString("");
            if (!token.isEmpty() && !versions.isEmpty()) {
                return new Registered(URI.create(versions), token);
            }
        } catch (IOException | IllegalArgumentException e) {
            throw noInvitation(file, e.getMessage());
        }
        throw noInvitation(file, "versions_url or token is missing");
    }

    private static Failure noInvitation(Path file, @Nullable String why) {
        return Failure.usage(
                "The file %s holds no invitation (%s): the node's operator makes one with  ocn admin invite PARTY --to FILE"
                        .formatted(file, why));
    }

    private static Failure unusable(Path file) {
        return Failure.usage(
                "The file %s holds no registration: make one with  ocn credentials handshake"
                        .formatted(file));
    }

    void write(Path file) throws IOException {
        ObjectNode json = JsonText.object();
        json.put("versions", versions.toString()).put("token", token);
        PrivateFile.write(file, JsonText.write(json) + "\n");
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
