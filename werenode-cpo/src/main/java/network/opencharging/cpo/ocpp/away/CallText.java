package network.opencharging.cpo.ocpp.away;

import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

import java.time.Duration;

/** A call to a station, as a text for the process that holds it. */
record CallText(String action, ObjectNode payload, Duration patience) {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    String write() {
        ObjectNode text = JsonNodeFactory.instance.objectNode();
        text.put("action", action).put("millis", patience.toMillis()).set("payload", payload);
        return text.toString();
    }

    static CallText read(String text) {
        ObjectNode read = (ObjectNode) JSON.readTree(text);
        return new CallText(
                read.path("action").asString(),
                read.withObject("payload"),
                Duration.ofMillis(read.path("millis").asLong()));
    }
}
