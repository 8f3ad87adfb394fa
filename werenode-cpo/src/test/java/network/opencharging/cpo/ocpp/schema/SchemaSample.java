package network.opencharging.cpo.ocpp.schema;

import network.opencharging.cpo.ocpp.frame.OcppVersion;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

import java.io.InputStream;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;

/** The smallest payload that a schema allows, for every action of a version. */
public final class SchemaSample {
    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    private final Map<String, JsonNode> schemas = new HashMap<>();

    /** Those of a version. */
    public SchemaSample(OcppVersion version) {
        String file =
                switch (version) {
                    case V16 -> "ocpp1_6.json";
                    case V201 -> "ocpp2_0_1.json";
                    case V21 -> "ocpp2_1.json";
                };
        try (InputStream stream =
                Schemas.class.getResourceAsStream("/network/opencharging/cpo/schema/" + file)) {
            for (JsonNode schema : JsonMapper.builder().build().readTree(stream)) {
                String id = schema.path("$id").asString().replace("urn:", "");
                schemas.put(id.replace(".req", "Request").replace(".conf", "Response"), schema);
            }
        } catch (java.io.IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    /** Of a request. */
    public ObjectNode request(String action) {
        return of(action + "Request");
    }

    /** Of an answer. */
    public ObjectNode answer(String action) {
        return of(action + "Response");
    }

    private ObjectNode of(String name) {
        JsonNode root = Objects.requireNonNull(schemas.get(name), name);
        return (ObjectNode) value(root, root);
    }

    private static JsonNode value(JsonNode schema, JsonNode root) {
        String reference = schema.path("$ref").asString("");
        if (!reference.isEmpty()) {
            return value(root.at(reference.substring(1)), root);
        }
        if (!schema.path("enum").isEmpty()) {
            return schema.path("enum").get(0);
        }
        return switch (schema.path("type").asString("object")) {
            case "string" -> text(schema);
            case "integer", "number" -> NODES.numberNode(schema.path("minimum").asInt(1));
            case "boolean" -> NODES.booleanNode(true);
            case "array" -> NODES.arrayNode().add(value(schema.path("items"), root));
            default -> object(schema, root);
        };
    }

    private static JsonNode text(JsonNode schema) {
        return switch (schema.path("format").asString("")) {
            case "date-time" -> NODES.stringNode("2026-01-01T10:00:00Z");
            case "uri" -> NODES.stringNode("https://example.com/file");
            default -> NODES.stringNode("1");
        };
    }

    private static ObjectNode object(JsonNode schema, JsonNode root) {
        ObjectNode object = NODES.objectNode();
        for (JsonNode name : schema.path("required")) {
            object.set(
                    name.asString(), value(schema.path("properties").path(name.asString()), root));
        }
        return object;
    }
}
