package network.opencharging.cpo.plug.dialect;

import tools.jackson.databind.JsonNode;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Shelly of the first generation over MQTT, where its {@code on} bears no timer: {@code auto_off}
 * must be set in the plug (docs/mqtt.md), and each {@code on} starts it again. Whether it is set is
 * seen in what the plug answers to {@code update}.
 */
public record ShellyOne(String id) implements PlugDialect {

    @Override
    public List<String> topics() {
        return List.of(
                base() + "relay/0", base() + "relay/0/+", base() + "online", base() + "info");
    }

    private String base() {
        return "shellies/" + id + "/";
    }

    @Override
    public List<PlugMessage> on(Duration lease) {
        return List.of(
                new PlugMessage(base() + "relay/0/command", "on"),
                new PlugMessage(base() + "command", "update"));
    }

    @Override
    public List<PlugMessage> off() {
        return List.of(new PlugMessage(base() + "relay/0/command", "off"));
    }

    @Override
    public List<PlugMessage> ask() {
        return List.of(new PlugMessage(base() + "command", "update"));
    }

    @Override
    public List<PlugNews> read(PlugMessage message) {
        String payload = message.payload();
        if (!message.topic().startsWith(base())) {
            return List.of();
        }
        return switch (message.topic().substring(base().length())) {
            case "online" -> PlugText.presence(payload, "true", "false").stream().toList();
            case "relay/0" -> relay(payload).stream().toList();
            case "relay/0/power" -> PlugText.power(PlugText.number(payload)).stream().toList();
            case "relay/0/energy" ->
                    PlugText.wattMinutes(PlugText.number(payload)).stream().toList();
            case "info" -> status(PlugText.json(payload), true);
            default -> List.of();
        };
    }

    private static Optional<PlugNews> relay(String payload) {
        // It cut itself off because too much flowed.
        return PlugText.relay(payload.equals("overpower") ? "off" : payload, "on", "off");
    }

    /** The whole of what it knows, as {@code /status} shows it too. */
    static List<PlugNews> status(JsonNode status, boolean metered) {
        JsonNode relay = status.path("relays").path(0);
        JsonNode meter = status.path("meters").path(0);
        List<PlugNews> news = new ArrayList<>(relay(relay));
        PlugText.power(PlugText.number(meter.path("power"))).ifPresent(news::add);
        if (metered) {
            PlugText.wattMinutes(PlugText.number(meter.path("total"))).ifPresent(news::add);
        }
        return news;
    }

    /** One relay as JSON. */
    static List<PlugNews> relay(JsonNode relay) {
        List<PlugNews> news = new ArrayList<>();
        boolean on = relay.path("ison").asBoolean(false);
        if (relay.path("ison").isBoolean()) {
            news.add(new PlugNews.Switched(on));
        }
        if (on && relay.path("has_timer").isBoolean()) {
            news.add(new PlugNews.Timer(relay.path("has_timer").asBoolean()));
        }
        return news;
    }

    @Override
    public boolean mayTell(String topic) {
        return topic.startsWith(base()) || topic.equals("shellies/announce");
    }

    @Override
    public boolean mayHear(String filter) {
        return filter.startsWith(base()) || filter.equals("shellies/command");
    }

    @Override
    public boolean metered() {
        return true;
    }
}
