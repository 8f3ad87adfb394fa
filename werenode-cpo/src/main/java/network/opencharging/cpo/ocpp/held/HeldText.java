package network.opencharging.cpo.ocpp.held;

import network.opencharging.cpo.ocpp.message.Holding;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

import java.util.Collection;
import java.util.Optional;

/** Contents as they are kept. */
final class HeldText {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private HeldText() {}

    /** The list that comes of a change. */
    static String after(Optional<Held.Content> before, Holding.LocalList change) {
        ObjectNode list =
                change.full() || before.isEmpty()
                        ? JsonNodeFactory.instance.objectNode()
                        : read(before.get());
        change.entries()
                .forEach((token, entry) ->
                        entry.ifPresentOrElse(
                                there -> list.set(token, there), () -> list.remove(token)));
        return list.toString();
    }

    static Collection<JsonNode> entries(Held.Content list) {
        return read(list).values();
    }

    static ObjectNode read(Held.Content content) {
        return (ObjectNode) JSON.readTree(content.text());
    }
}
