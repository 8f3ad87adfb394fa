package network.opencharging.cpo.ocpp.frame;

import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

import java.util.Optional;

/** Frames as text, read with limits and written compactly. */
public final class FrameText {
    /** Characters that an id may have (2.0.1 part 4 §4.2.2; 1.6 says the same). */
    private static final int LONGEST_ID = 36;

    private static final int LONGEST_ACTION = 100;
    private static final int LONGEST_DESCRIPTION = 255;
    private static final int DEEPEST = 32;
    private static final int LONGEST_NUMBER = 100;
    private static final int CALL = 2;
    private static final int RESULT = 3;
    private static final int ERROR = 4;

    private final JsonMapper json;

    public FrameText() {
        JsonFactory factory =
                JsonFactory.builder()
                        .streamReadConstraints(
                                StreamReadConstraints.builder()
                                        .maxNestingDepth(DEEPEST)
                                        .maxNumberLength(LONGEST_NUMBER)
                                        .build())
                        .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                        .build();
        this.json =
                JsonMapper.builder(factory)
                        .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
                        .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
                        .build();
    }

    /** An empty object. */
    public ObjectNode object() {
        return json.createObjectNode();
    }

    /** Reads one frame. */
    public FrameParsing read(String text) {
        JsonNode root;
        try {
            root = json.readTree(text);
        } catch (JacksonException e) {
            return unreadable(ErrorCode.RPC_FRAMEWORK_ERROR, "it is not JSON: " + shortly(e));
        }
        if (!root.isArray() || root.isEmpty() || !root.get(0).isIntegralNumber()) {
            return unreadable(
                    ErrorCode.RPC_FRAMEWORK_ERROR,
                    "a frame is an array that starts with the number of its kind");
        }
        return switch (root.get(0).asInt(0)) {
            case CALL -> call(root);
            case RESULT -> result(root);
            case ERROR -> error(root);
            default ->
                    unreadable(
                            ErrorCode.MESSAGE_TYPE_NOT_SUPPORTED,
                            "the kind of a frame is 2, 3 or 4");
        };
    }

    private static FrameParsing call(JsonNode root) {
        Optional<String> id = id(root);
        if (id.isEmpty()) {
            return unreadable(ErrorCode.RPC_FRAMEWORK_ERROR, "a call has an id of 1 to 36 letters");
        }
        if (root.size() != 4 || !root.get(2).isString()) {
            return new FrameParsing.Unreadable(
                    id, ErrorCode.FORMAT_VIOLATION, "a call is [2, id, action, payload]");
        }
        String action = root.get(2).asString();
        if (action.isEmpty() || action.length() > LONGEST_ACTION) {
            return new FrameParsing.Unreadable(
                    id, ErrorCode.FORMAT_VIOLATION, "the action has 1 to 100 letters");
        }
        return root.get(3) instanceof ObjectNode payload
                ? new FrameParsing.Read(new Frame.Call(id.get(), action, payload))
                : new FrameParsing.Unreadable(
                        id, ErrorCode.FORMAT_VIOLATION, "the payload is an object");
    }

    private static FrameParsing result(JsonNode root) {
        Optional<String> id = id(root);
        return id.isPresent() && root.size() == 3 && root.get(2) instanceof ObjectNode payload
                ? new FrameParsing.Read(new Frame.CallResult(id.get(), payload))
                : unreadable(ErrorCode.FORMAT_VIOLATION, "a result is [3, id, payload]");
    }

    private FrameParsing error(JsonNode root) {
        Optional<String> id = id(root);
        if (id.isEmpty() || root.size() < 3 || !root.get(2).isString()) {
            return unreadable(
                    ErrorCode.FORMAT_VIOLATION, "an error is [4, id, code, description, details]");
        }
        // Stations leave out what they have nothing to say for; the code is enough.
        String description = root.path(3).isString() ? root.path(3).asString() : "";
        ObjectNode details = root.path(4) instanceof ObjectNode object ? object : object();
        return new FrameParsing.Read(
                new Frame.CallError(id.get(), root.get(2).asString(), description, details));
    }

    private static Optional<String> id(JsonNode root) {
        JsonNode id = root.path(1);
        boolean good = id.isString() && !id.asString().isEmpty();
        return good && id.asString().length() <= LONGEST_ID
                ? Optional.of(id.asString())
                : Optional.empty();
    }

    private static FrameParsing unreadable(ErrorCode code, String why) {
        return new FrameParsing.Unreadable(Optional.empty(), code, why);
    }

    /** The parser's own message, without the excerpt that it adds. */
    private static String shortly(JacksonException e) {
        String message = e.getOriginalMessage();
        return message.length() > 120 ? message.substring(0, 120) : message;
    }

    /** Writes one frame. */
    public String write(Frame frame) {
        ArrayNode root = json.createArrayNode();
        switch (frame) {
            case Frame.Call(String id, String action, ObjectNode payload) ->
                    root.add(CALL).add(id).add(action).add(payload);
            case Frame.CallResult(String id, ObjectNode payload) ->
                    root.add(RESULT).add(id).add(payload);
            case Frame.CallError(String id, String code, String description, ObjectNode details) ->
                    root.add(ERROR)
                            .add(id)
                            .add(code)
                            .add(
                                    description.length() > LONGEST_DESCRIPTION
                                            ? description.substring(0, LONGEST_DESCRIPTION)
                                            : description)
                            .add(details);
        }
        return json.writeValueAsString(root);
    }
}
