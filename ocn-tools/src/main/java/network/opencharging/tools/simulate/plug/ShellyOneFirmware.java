package network.opencharging.tools.simulate.plug;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Shelly of the first generation: texts on topics below {@code shellies/}, energy in watt-minutes,
 * a counter that power loss empties.
 *
 * @param autoOff as it is set in the plug; empty: it stays on
 */
record ShellyOneFirmware(String name, Optional<Duration> autoOff) implements Firmware {
    private static final BigDecimal MINUTES = BigDecimal.valueOf(60);

    private String at(String topic) {
        return "shellies/" + name + "/" + topic;
    }

    @Override
    public Said gone() {
        return Said.kept(at("online"), "false");
    }

    @Override
    public Said here() {
        return Said.kept(at("online"), "true");
    }

    @Override
    public List<String> hears() {
        return List.of("shellies/command", at("command"), at("relay/0/command"));
    }

    @Override
    public List<Said> hear(Said message, PlugBody body) {
        if (!message.topic().equals(at("relay/0/command"))) {
            return message.payload().equals("update") || message.payload().equals("announce")
                    ? Stream.concat(report(body).stream(), Stream.of(info(body))).toList()
                    : List.of();
        }
        boolean toggle = message.payload().equals("toggle");
        if (message.payload().equals("on") || (toggle && !body.isOn())) {
            body.switchOn(autoOff);
        } else if (message.payload().equals("off") || toggle) {
            body.switchOff();
        } else {
            return List.of();
        }
        return report(body);
    }

    private Said info(PlugBody body) {
        return Said.once(at("info"), status(body));
    }

    private static String relay(PlugBody body) {
        return "{\"ison\":%s,\"has_timer\":%s,\"timer_remaining\":%d}"
                .formatted(
                        body.saysOn(),
                        body.left().isPresent(),
                        body.left().map(Duration::toSeconds).orElse(0L));
    }

    private static String status(PlugBody body) {
        return "{\"relays\":[%s],\"meters\":[{\"power\":%d,\"is_valid\":true,\"total\":%s}]}"
                .formatted(relay(body), body.power(), wattMinutes(body));
    }

    @Override
    public Optional<String> called(String path, Map<String, String> query, PlugBody body) {
        return Optional.ofNullable(
                switch (path) {
                    case "/status" -> status(body);
                    case "/relay/0" -> turned(query, body);
                    default -> null;
                });
    }

    /** Without {@code turn} it is only asked how it is. */
    private String turned(Map<String, String> query, PlugBody body) {
        String seconds = query.getOrDefault("timer", "");
        String turn = query.getOrDefault("turn", "");
        if (turn.equals("on")) {
            body.switchOn(
                    seconds.matches("[0-9]{1,6}")
                            ? Optional.of(Duration.ofSeconds(Long.parseLong(seconds)))
                            : autoOff);
        } else if (turn.equals("off")) {
            body.switchOff();
        }
        return relay(body);
    }

    private static String wattMinutes(PlugBody body) {
        return body.wattHours().multiply(MINUTES).setScale(0, RoundingMode.FLOOR).toPlainString();
    }

    @Override
    public List<Said> report(PlugBody body) {
        return List.of(
                Said.once(at("relay/0/energy"), wattMinutes(body)),
                Said.kept(at("relay/0"), body.saysOn() ? "on" : "off"),
                Said.once(at("relay/0/power"), body.power() + ".00"));
    }

    @Override
    public boolean forgets() {
        return true;
    }
}
