package network.opencharging.tools.simulate.plug;

import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.MissingNode;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Shelly of the second generation and later: JSON-RPC, with a timer in each command. */
record ShellyTwoFirmware(String name) implements Firmware {
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final int NO_HANDLER = 404;

    @Override
    public Said gone() {
        return Said.kept(name + "/online", "false");
    }

    @Override
    public Said here() {
        return Said.kept(name + "/online", "true");
    }

    @Override
    public List<String> hears() {
        return List.of(name + "/rpc");
    }

    @Override
    public List<Said> hear(Said message, PlugBody body) {
        JsonNode call = json(message.payload());
        String source = call.path("src").asString("");
        if (source.isEmpty()) {
            return List.of();
        }
        String head =
                "{\"id\":%s,\"src\":\"%s\",\"dst\":%s,"
                        .formatted(call.path("id").toString(), name, call.path("src").toString());
        return List.of(Said.once(source + "/rpc", head + outcome(call, body) + "}"));
    }

    private static JsonNode json(String text) {
        try {
            return JSON.readTree(text);
        } catch (JacksonException e) {
            return MissingNode.getInstance();
        }
    }

    private static String outcome(JsonNode call, PlugBody body) {
        boolean before = body.saysOn();
        JsonNode params = call.path("params");
        switch (call.path("method").asString("")) {
            case "Switch.GetStatus" -> {
                return "\"result\":" + status(body);
            }
            case "Switch.Set" -> turn(params.path("on").asBoolean(false), params, body);
            case "Switch.Toggle" -> turn(!body.isOn(), params, body);
            default -> {
                return "\"error\":{\"code\":%d,\"message\":\"No handler for it\"}"
                        .formatted(NO_HANDLER);
            }
        }
        return "\"result\":{\"was_on\":%s}".formatted(before);
    }

    @Override
    public Optional<String> called(String path, Map<String, String> query, PlugBody body) {
        return Optional.ofNullable(
                switch (path) {
                    case "/rpc/Switch.GetStatus" -> status(body);
                    case "/rpc/Switch.Set" -> turned(query, body);
                    default -> null;
                });
    }

    private static String turned(Map<String, String> query, PlugBody body) {
        boolean before = body.saysOn();
        String seconds = query.getOrDefault("toggle_after", "");
        if (Boolean.parseBoolean(query.getOrDefault("on", ""))) {
            body.switchOn(
                    seconds.matches("[0-9]{1,6}")
                            ? Optional.of(Duration.ofSeconds(Long.parseLong(seconds)))
                            : Optional.empty());
        } else {
            body.switchOff();
        }
        return "{\"was_on\":%s}".formatted(before);
    }

    private static void turn(boolean on, JsonNode params, PlugBody body) {
        if (on) {
            long seconds = params.path("toggle_after").asLong(0);
            body.switchOn(Optional.of(Duration.ofSeconds(seconds)));
        } else {
            body.switchOff();
        }
    }

    private static String status(PlugBody body) {
        String timer =
                body.left()
                        .map(left ->
                                ",\"timer_started_at\":1,\"timer_duration\":" + left.toSeconds())
                        .orElse("");
        return ("{\"id\":0,\"source\":\"MQTT\",\"output\":%s,\"apower\":%d.0,\"voltage\":230.0,"
                        + "\"aenergy\":{\"total\":%s}%s}")
                .formatted(body.saysOn(), body.power(), body.wattHours().toPlainString(), timer);
    }

    @Override
    public List<Said> report(PlugBody body) {
        return List.of(
                Said.once(name + "/status/switch:0", status(body)),
                Said.once(
                        name + "/events/rpc",
                        "{\"src\":\"%s\",\"method\":\"NotifyStatus\",\"params\":{\"switch:0\":%s}}"
                                .formatted(name, status(body))));
    }

    @Override
    public boolean forgets() {
        return false;
    }
}
