package network.opencharging.tools.simulate.ocpp;

import network.opencharging.tools.json.JsonText;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

import java.util.Optional;

/** Frames as text. What a central system sends may be broken: reading never fails, it says why. */
public final class FrameText {
    private static final int LONGEST_ID = 36;
    private static final int CALL = 2;
    private static final int RESULT = 3;
    private static final int REFUSED = 4;

    private FrameText() {}

    /** What became of a text that should be a frame. */
    public sealed interface Reading {
        /** It is one. */
        record Read(Frame frame) implements Reading {}

        /**
         * It is none.
         *
         * @param call the id of the call that it tried to be, to refuse it by; empty for all else
         * @param why for people
         */
        record Broken(Optional<String> call, String why) implements Reading {}
    }

    /** Reads one. */
    public static Reading read(String text) {
        Optional<JsonNode> root = JsonText.parse(text);
        if (root.isEmpty()) {
            return broken("it is not JSON");
        }
        JsonNode frame = root.get();
        if (!frame.isArray() || !frame.path(0).isIntegralNumber()) {
            return broken("a frame is an array that begins with the number of its kind");
        }
        Optional<String> id = id(frame);
        if (id.isEmpty()) {
            return broken("a frame has an id of 1 to 36 letters");
        }
        return switch (frame.path(0).asInt(0)) {
            case CALL -> call(id.get(), frame);
            case RESULT ->
                    frame.path(2) instanceof ObjectNode payload && frame.size() == 3
                            ? new Reading.Read(new Frame.Result(id.get(), payload))
                            : broken("a result is [3, id, payload]");
            case REFUSED ->
                    frame.path(2).isString()
                            ? new Reading.Read(
                                    new Frame.Refused(
                                            id.get(),
                                            frame.path(2).stringValue(),
                                            frame.path(3).asString("")))
                            : broken("an error is [4, id, code, description, details]");
            default -> broken("the kind of a frame is 2, 3 or 4");
        };
    }

    private static Reading call(String id, JsonNode frame) {
        if (frame.size() == 4
                && frame.path(2).isString()
                && frame.path(3) instanceof ObjectNode payload) {
            return new Reading.Read(new Frame.Call(id, frame.path(2).stringValue(), payload));
        }
        return new Reading.Broken(Optional.of(id), "a call is [2, id, action, payload]");
    }

    private static Optional<String> id(JsonNode frame) {
        String id = frame.path(1).isString() ? frame.path(1).stringValue() : "";
        return id.isEmpty() || id.length() > LONGEST_ID ? Optional.empty() : Optional.of(id);
    }

    private static Reading broken(String why) {
        return new Reading.Broken(Optional.empty(), why);
    }

    /** Writes one. */
    public static String write(Frame frame) {
        ArrayNode root = JsonNodeFactory.instance.arrayNode();
        switch (frame) {
            case Frame.Call(String id, String action, ObjectNode payload) ->
                    root.add(CALL).add(id).add(action).add(payload);
            case Frame.Result(String id, ObjectNode payload) ->
                    root.add(RESULT).add(id).add(payload);
            case Frame.Refused(String id, String code, String description) ->
                    root.add(REFUSED).add(id).add(code).add(description).add(JsonText.object());
        }
        return JsonText.write(root);
    }
}
