package network.opencharging.cpo.plug.away;

import network.opencharging.cpo.device.ChargePort;
import network.opencharging.cpo.device.Outcome;
import network.opencharging.cpo.device.StartOrder;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

import java.util.Optional;

/** Orders to a port and what came of them, as texts for another process. */
final class OrderText {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private OrderText() {}

    /** What a port is asked. */
    enum Order {
        START,
        STOP,
        READ_METER,
        HEALTH,
        /** Whether it is free, if it says so. */
        LAST,
        /** What is known of a session. */
        TOLD
    }

    static String start(StartOrder order) {
        return text(Order.START)
                .put("session", order.session())
                .put("token", order.token())
                .toString();
    }

    static String about(Order order, String session) {
        return text(order).put("session", session).toString();
    }

    static String plain(Order order) {
        return text(order).toString();
    }

    private static ObjectNode text(Order order) {
        return JsonNodeFactory.instance.objectNode().put("order", order.name());
    }

    static JsonNode read(String text) {
        return JSON.readTree(text);
    }

    static Order order(JsonNode read) {
        return Order.valueOf(read.path("order").asString());
    }

    static StartOrder startOrder(JsonNode read) {
        return new StartOrder(session(read), read.path("token").asString(), Optional.empty());
    }

    static String session(JsonNode read) {
        return read.path("session").asString();
    }

    static String health(ChargePort.Health health) {
        return JsonNodeFactory.instance
                .objectNode()
                .put("online", health.online())
                .put("metered", health.metered())
                .toString();
    }

    static ChargePort.Health health(String text) {
        JsonNode read = read(text);
        return new ChargePort.Health(
                read.path("online").asBoolean(), read.path("metered").asBoolean());
    }

    static String outcome(Outcome outcome) {
        ObjectNode text = JsonNodeFactory.instance.objectNode();
        switch (outcome) {
            case Outcome.Done() -> text.put("outcome", "done");
            case Outcome.Declined(String why) -> text.put("outcome", "declined").put("why", why);
            case Outcome.NotSupported() -> text.put("outcome", "not supported");
            case Outcome.Unreachable() -> text.put("outcome", "unreachable");
            case Outcome.Unanswered() -> text.put("outcome", "unanswered");
        }
        return text.toString();
    }

    static Outcome outcome(String text) {
        JsonNode read = read(text);
        return switch (read.path("outcome").asString()) {
            case "done" -> new Outcome.Done();
            case "declined" -> new Outcome.Declined(read.path("why").asString());
            case "not supported" -> new Outcome.NotSupported();
            case "unreachable" -> new Outcome.Unreachable();
            default -> new Outcome.Unanswered();
        };
    }
}
