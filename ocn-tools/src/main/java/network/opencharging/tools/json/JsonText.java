package network.opencharging.tools.json;

import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.cfg.JsonNodeFeature;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

import java.util.Collection;
import java.util.Optional;

/** Between JSON text and trees; numbers are read as they are written, never as doubles. */
public final class JsonText {
    private static final JsonMapper MAPPER =
            JsonMapper.builder()
                    .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
                    .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
                    .disable(JsonNodeFeature.STRIP_TRAILING_BIGDECIMAL_ZEROES)
                    .build();

    private JsonText() {}

    /** The tree of a text, or empty when the text is not one JSON value. */
    public static Optional<JsonNode> parse(String text) {
        try {
            JsonNode node = MAPPER.readTree(text);
            return node.isMissingNode() ? Optional.empty() : Optional.of(node);
        } catch (JacksonException | NumberFormatException e) {
            // An exponent that no number can have comes as the latter.
            return Optional.empty();
        }
    }

    /**
     * The object of a text that this program wrote itself.
     *
     * @throws IllegalArgumentException when it is not a JSON object: a bug
     */
    public static ObjectNode object(String text) {
        return parse(text)
                .filter(JsonNode::isObject)
                .map(JsonNode::asObject)
                .orElseThrow(() -> new IllegalArgumentException("not a JSON object: " + text));
    }

    /** An empty object. */
    public static ObjectNode object() {
        return JsonNodeFactory.instance.objectNode();
    }

    /** A list of these nodes. */
    public static ArrayNode list(Collection<? extends JsonNode> nodes) {
        return JsonNodeFactory.instance.arrayNode().addAll(nodes);
    }

    /** The text of a tree, without blanks. */
    public static String write(JsonNode node) {
        return MAPPER.writeValueAsString(node);
    }

    /** The text of a field, or empty when it is absent, null or no text. */
    public static Optional<String> text(JsonNode object, String field) {
        return Optional.of(object.path(field))
                .filter(JsonNode::isString)
                .map(JsonNode::stringValue);
    }

    /** JSON text with an indented line for each field; what is no JSON stays as it is. */
    public static String pretty(String text) {
        return parse(text)
                .map(tree -> MAPPER.writerWithDefaultPrettyPrinter().writeValueAsString(tree))
                .orElse(text);
    }
}
