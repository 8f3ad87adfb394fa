package network.opencharging.tools.party;

import network.opencharging.bridge.model.Shape;
import network.opencharging.protocol.json.Json;
import network.opencharging.protocol.json.JsonReader;
import network.opencharging.tools.json.JsonText;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Between the trees of canned stock and the typed objects of a bridge. */
final class Objects {
    private Objects() {}

    /**
     * The typed object of a tree that this program made.
     *
     * @throws IllegalArgumentException when it is none: a bug
     */
    static <T> T typed(Shape<T> shape, JsonNode tree) {
        Json json = JsonReader.standard().read(JsonText.write(tree)).orThrow();
        return shape.read(json).orThrow();
    }

    static ObjectNode tree(Json json) {
        return JsonText.object(json.text());
    }
}
