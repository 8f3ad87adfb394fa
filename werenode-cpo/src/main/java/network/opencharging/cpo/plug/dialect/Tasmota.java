package network.opencharging.cpo.plug.dialect;

import tools.jackson.databind.JsonNode;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Plugs with the Tasmota firmware; their timer is PulseTime, of which 100 means no second yet. */
public record Tasmota(String id) implements PlugDialect {
    private static final int NO_SECONDS = 100;
    private static final List<String> ROOTS = List.of("cmnd", "stat", "tele");

    @Override
    public List<String> topics() {
        return List.of(
                "tele/" + id + "/LWT",
                "tele/" + id + "/SENSOR",
                "tele/" + id + "/STATE",
                "stat/" + id + "/RESULT",
                "stat/" + id + "/STATUS10",
                "stat/" + id + "/STATUS11",
                "stat/" + id + "/POWER");
    }

    @Override
    public List<PlugMessage> on(Duration lease) {
        return List.of(new PlugMessage("cmnd/" + id + "/Backlog", backlog(lease)));
    }

    static String backlog(Duration lease) {
        return "PulseTime1 %d; Power1 ON".formatted(NO_SECONDS + lease.toSeconds());
    }

    @Override
    public List<PlugMessage> off() {
        return List.of(new PlugMessage("cmnd/" + id + "/Power1", "OFF"));
    }

    @Override
    public List<PlugMessage> ask() {
        return List.of(
                new PlugMessage("cmnd/" + id + "/Status", "10"),
                new PlugMessage("cmnd/" + id + "/Status", "11"));
    }

    @Override
    public List<PlugNews> read(PlugMessage message) {
        String payload = message.payload();
        if (!topics().contains(message.topic())) {
            return List.of();
        }
        if (message.topic().endsWith("/LWT")) {
            return PlugText.presence(payload, "Online", "Offline").stream().toList();
        }
        return message.topic().endsWith("/POWER")
                ? relay(payload).stream().toList()
                : status(PlugText.json(payload), true);
    }

    static List<PlugNews> status(JsonNode root, boolean metered) {
        if (root.path("Command").asString("").equals("Unknown")) {
            return List.of(PlugText.refused("Command Unknown"));
        }
        List<PlugNews> news = new ArrayList<>();
        for (JsonNode part : List.of(root, root.path("StatusSNS"))) {
            energy(part.path("ENERGY"), metered, news);
        }
        for (JsonNode part : List.of(root, root.path("StatusSTS"))) {
            relay(part.path("POWER").asString("")).ifPresent(news::add);
            relay(part.path("POWER1").asString("")).ifPresent(news::add);
        }
        JsonNode pulse = root.path("PulseTime1").path("Set");
        if (pulse.isNumber()) {
            news.add(new PlugNews.Timer(pulse.asInt(0) > NO_SECONDS));
        }
        return news;
    }

    private static Optional<PlugNews> relay(String word) {
        return PlugText.relay(word, "ON", "OFF");
    }

    private static void energy(JsonNode energy, boolean metered, List<PlugNews> news) {
        if (metered) {
            PlugText.kilowattHours(PlugText.number(energy.path("Total"))).ifPresent(news::add);
        }
        PlugText.power(PlugText.number(energy.path("Power"))).ifPresent(news::add);
    }

    @Override
    public boolean mayTell(String topic) {
        return isOwn(topic) || topic.startsWith("tasmota/discovery/");
    }

    @Override
    public boolean mayHear(String filter) {
        return isOwn(filter);
    }

    private boolean isOwn(String topic) {
        return ROOTS.stream().anyMatch(root -> topic.startsWith(root + "/" + id + "/"));
    }

    @Override
    public boolean metered() {
        return true;
    }
}
