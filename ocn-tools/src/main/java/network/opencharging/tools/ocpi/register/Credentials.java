package network.opencharging.tools.ocpi.register;

import network.opencharging.tools.json.JsonText;
import network.opencharging.tools.ocpi.Endpoints;
import network.opencharging.tools.ocpi.Identity;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

import java.net.URI;
import java.util.Optional;

/**
 * What two platforms tell each other (OCPI 2.2.1 §7.3).
 *
 * @param token that the reader must present
 * @param versions where the writer's versions are
 */
record Credentials(String token, URI versions) {

    /** From JSON, or empty when token, url or roles are missing. */
    static Optional<Credentials> read(JsonNode node) {
        boolean complete = !node.path("roles").isEmpty();
        return JsonText.text(node, "token")
                .filter(token -> complete && !token.isEmpty() && token.length() <= 64)
                .flatMap(token ->
                        JsonText.text(node, "url")
                                .flatMap(Endpoints::address)
                                .map(url -> new Credentials(token, url)));
    }

    ObjectNode write(Identity identity) {
        ObjectNode json = JsonText.object();
        json.put("token", token);
        json.put("url", versions.toString());
        json.putArray("roles").add(identity.credentialsRole());
        return json;
    }
}
