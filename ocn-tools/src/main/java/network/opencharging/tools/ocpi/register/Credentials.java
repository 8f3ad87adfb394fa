package network.opencharging.tools.ocpi.register;

import network.opencharging.protocol.party.PartyId;
import network.opencharging.protocol.party.Role;
import network.opencharging.tools.json.JsonText;
import network.opencharging.tools.ocpi.Endpoints;
import network.opencharging.tools.ocpi.Identity;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What two platforms tell each other (OCPI 2.2.1 §7.3).
 *
 * @param token that the reader must present
 * @param versions where the writer's versions are
 * @param roles the parties that the writer speaks for
 */
record Credentials(String token, URI versions, List<Identity> roles) {
    Credentials {
        roles = List.copyOf(roles);
    }

    /** From JSON, or empty when token, url or roles are missing. */
    static Optional<Credentials> read(JsonNode node) {
        boolean complete = !node.path("roles").isEmpty();
        return JsonText.text(node, "token")
                .filter(token -> complete && !token.isEmpty() && token.length() <= 64)
                .flatMap(token ->
                        JsonText.text(node, "url")
                                .flatMap(Endpoints::address)
                                .map(url -> new Credentials(token, url, roles(node))));
    }

    /** Roles that cannot be read are left out: whoever needs one will miss it. */
    private static List<Identity> roles(JsonNode node) {
        List<Identity> roles = new ArrayList<>();
        for (JsonNode role : node.path("roles")) {
            Optional<PartyId> party =
                    PartyId.of(
                            JsonText.text(role, "country_code").orElse(""),
                            JsonText.text(role, "party_id").orElse(""));
            String name = JsonText.text(role.path("business_details"), "name").orElse("");
            Optional<Role> known =
                    Stream.of(Role.values())
                            .filter(one ->
                                    JsonText.text(role, "role")
                                            .filter(one.name()::equals)
                                            .isPresent())
                            .findFirst();
            if (party.isPresent() && known.isPresent()) {
                roles.add(new Identity(party.get(), known.get(), name));
            }
        }
        return roles;
    }

    ObjectNode write(Identity identity) {
        ObjectNode json = JsonText.object();
        json.put("token", token);
        json.put("url", versions.toString());
        json.putArray("roles").add(identity.credentialsRole());
        return json;
    }
}
