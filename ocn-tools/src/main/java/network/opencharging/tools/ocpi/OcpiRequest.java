package network.opencharging.tools.ocpi;

import network.opencharging.protocol.party.PartyId;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A request that has passed the door: the sender is known, the body is JSON.
 *
 * @param method in upper case
 * @param endpoint the address of the interface
 * @param path the segments after the address of the interface
 * @param query the parameters
 * @param body the body, if there is one
 * @param from the party that asks, empty in modules without routing headers
 */
public record OcpiRequest(
        String method,
        URI endpoint,
        List<String> path,
        Map<String, String> query,
        Optional<JsonNode> body,
        Optional<PartyId> from) {
    /** Copies. */
    public OcpiRequest {
        path = List.copyOf(path);
        query = Map.copyOf(query);
    }

    /** The body when it is an object. */
    public Optional<ObjectNode> object() {
        return body.filter(JsonNode::isObject).map(JsonNode::asObject);
    }
}
