package network.opencharging.cpo.plug.dialect;

import tools.jackson.databind.JsonNode;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * Plugs of known families that are called by HTTP and asked again and again how they are. What they
 * count is not taken: nobody hears of what they counted between two calls when they restart.
 */
public record CalledPlug(Family family) implements PlugDialect {

    /** Which firmware answers. */
    public enum Family {
        /** {@code /relay/0} and {@code /status}. */
        SHELLY_1,
        /** {@code /rpc/Switch.Set}. */
        SHELLY_2,
        /** {@code /cm?cmnd=}. */
        TASMOTA
    }

    @Override
    public List<String> topics() {
        return List.of();
    }

    @Override
    public List<PlugMessage> on(Duration lease) {
        long seconds = lease.toSeconds();
        return switch (family) {
            case SHELLY_1 -> get("/relay/0?turn=on&timer=" + seconds);
            case SHELLY_2 ->
                    get(
                            "/rpc/Switch.Set?id=0&on=true&toggle_after=" + seconds,
                            "/rpc/Switch.GetStatus?id=0");
            case TASMOTA ->
                    get(
                            "/cm?cmnd=Backlog%20"
                                    + Tasmota.backlog(lease)
                                            .replace(" ", "%20")
                                            .replace(";", "%3B"),
                            "/cm?cmnd=PulseTime1",
                            "/cm?cmnd=Status%2011");
        };
    }

    @Override
    public List<PlugMessage> off() {
        return switch (family) {
            case SHELLY_1 -> get("/relay/0?turn=off");
            case SHELLY_2 -> get("/rpc/Switch.Set?id=0&on=false", "/rpc/Switch.GetStatus?id=0");
            case TASMOTA -> get("/cm?cmnd=Power1%20OFF");
        };
    }

    @Override
    public List<PlugMessage> ask() {
        return switch (family) {
            case SHELLY_1 -> get("/status");
            case SHELLY_2 -> get("/rpc/Switch.GetStatus?id=0");
            case TASMOTA -> get("/cm?cmnd=Status%2011", "/cm?cmnd=Status%2010");
        };
    }

    private static List<PlugMessage> get(String... paths) {
        return Stream.of(paths).map(path -> new PlugMessage(path, "")).toList();
    }

    @Override
    public List<PlugNews> read(PlugMessage message) {
        JsonNode root = PlugText.json(message.payload());
        if (!root.isObject()) {
            return List.of();
        }
        List<PlugNews> news = new ArrayList<>(List.of(new PlugNews.Presence(true)));
        switch (family) {
            case SHELLY_1 -> {
                news.addAll(ShellyOne.relay(root));
                news.addAll(ShellyOne.status(root, false));
            }
            case SHELLY_2 -> {
                news.addAll(ShellyTwo.status(root, false));
                ShellyTwo.timer(root, news);
            }
            case TASMOTA -> news.addAll(Tasmota.status(root, false));
        }
        return news;
    }

    @Override
    public boolean mayTell(String topic) {
        return false;
    }

    @Override
    public boolean mayHear(String filter) {
        return false;
    }

    @Override
    public boolean metered() {
        return false;
    }
}
