package network.opencharging.cpo.ocpp.station;

import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** What became of a call, as a text for another process. */
public final class OutcomeText {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private OutcomeText() {}

    /** Writes it. */
    public static String write(CallOutcome outcome) {
        ObjectNode text = JsonNodeFactory.instance.objectNode();
        switch (outcome) {
            case CallOutcome.Answered(ObjectNode payload) -> text.set("answered", payload);
            case CallOutcome.Failed(String code, String description, ObjectNode details) ->
                    text.put("code", code).put("description", description).set("details", details);
            case CallOutcome.Unanswered(String why) -> text.put("unanswered", why);
            case CallOutcome.Unsent(String why) -> text.put("unsent", why);
        }
        return text.toString();
    }

    /** Reads what {@link #write} wrote. */
    public static CallOutcome read(String text) {
        ObjectNode read = (ObjectNode) JSON.readTree(text);
        if (read.get("answered") instanceof ObjectNode payload) {
            return new CallOutcome.Answered(payload);
        } else if (read.get("details") instanceof ObjectNode details) {
            return new CallOutcome.Failed(
                    read.path("code").asString(), read.path("description").asString(), details);
        }
        return read.has("unanswered")
                ? new CallOutcome.Unanswered(read.path("unanswered").asString())
                : new CallOutcome.Unsent(read.path("unsent").asString());
    }
}
