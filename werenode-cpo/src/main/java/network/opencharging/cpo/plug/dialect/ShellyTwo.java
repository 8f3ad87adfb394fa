package network.opencharging.cpo.plug.dialect;

import tools.jackson.databind.JsonNode;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** Shelly of the second generation and later: JSON-RPC over MQTT, with a timer in each command. */
public record ShellyTwo(String id) implements PlugDialect {

    @Override
    public List<String> topics() {
        return List.of(
                id + "/online", id + "/status/switch:0", id + "/events/rpc", id + "/cpo/rpc");
    }

    @Override
    public List<PlugMessage> on(Duration lease) {
        return List.of(
                call(
                        "Switch.Set",
                        "{\"id\":0,\"on\":true,\"toggle_after\":%d}".formatted(lease.toSeconds())),
                status());
    }

    @Override
    public List<PlugMessage> off() {
        return List.of(call("Switch.Set", "{\"id\":0,\"on\":false}"), status());
    }

    @Override
    public List<PlugMessage> ask() {
        return List.of(status());
    }

    private PlugMessage status() {
        return call("Switch.GetStatus", "{\"id\":0}");
    }

    private PlugMessage call(String method, String params) {
        return new PlugMessage(
                id + "/rpc",
                "{\"id\":1,\"src\":\"%s/cpo\",\"method\":\"%s\",\"params\":%s}"
                        .formatted(id, method, params));
    }

    @Override
    public List<PlugNews> read(PlugMessage message) {
        if (message.topic().equals(id + "/online")) {
            return PlugText.presence(message.payload(), "true", "false").stream().toList();
        }
        if (!topics().contains(message.topic())) {
            return List.of();
        }
        JsonNode root = PlugText.json(message.payload());
        if (message.topic().equals(id + "/cpo/rpc")) {
            return answer(root);
        }
        return status(
                message.topic().equals(id + "/events/rpc")
                        ? root.path("params").path("switch:0")
                        : root,
                true);
    }

    private static List<PlugNews> answer(JsonNode root) {
        if (root.path("error").isObject()) {
            return List.of(PlugText.refused(root.path("error").path("message").asString("error")));
        }
        JsonNode status = root.path("result");
        List<PlugNews> news = new ArrayList<>(status(status, true));
        timer(status, news);
        return news;
    }

    /** Only a whole status tells that no timer runs; a notice tells of what changed. */
    static void timer(JsonNode status, List<PlugNews> news) {
        if (status.path("output").asBoolean(false)) {
            news.add(new PlugNews.Timer(status.path("timer_started_at").isNumber()));
        }
    }

    static List<PlugNews> status(JsonNode status, boolean metered) {
        List<PlugNews> news = new ArrayList<>();
        if (metered) {
            // Before the relay: the register at the moment of switching belongs to it.
            PlugText.wattHours(PlugText.number(status.path("aenergy").path("total")))
                    .ifPresent(news::add);
        }
        if (status.path("output").isBoolean()) {
            news.add(new PlugNews.Switched(status.path("output").asBoolean()));
        }
        PlugText.power(PlugText.number(status.path("apower"))).ifPresent(news::add);
        return news;
    }

    @Override
    public boolean mayTell(String topic) {
        return topic.startsWith(id + "/");
    }

    @Override
    public boolean mayHear(String filter) {
        return filter.startsWith(id + "/");
    }

    @Override
    public boolean metered() {
        return true;
    }
}
