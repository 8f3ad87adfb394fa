package network.opencharging.tools.simulate.plug;

import java.math.RoundingMode;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Plugs with the Tasmota firmware: commands below {@code cmnd/}, a timer that is a setting. */
final class TasmotaFirmware implements Firmware {
    /** From here on PulseTime counts whole seconds; below it counts tenths. */
    private static final int SECONDS_FROM = 112;

    private static final int NO_SECONDS = 100;
    private static final int MOST_PULSE = 64_900;

    private final String name;
    private int pulse;

    TasmotaFirmware(String name) {
        this.name = name;
    }

    @Override
    public Said gone() {
        return Said.kept("tele/" + name + "/LWT", "Offline");
    }

    @Override
    public Said here() {
        return Said.kept("tele/" + name + "/LWT", "Online");
    }

    @Override
    public List<String> hears() {
        return List.of("cmnd/" + name + "/#");
    }

    @Override
    public List<Said> hear(Said message, PlugBody body) {
        String command = message.topic().substring(message.topic().lastIndexOf('/') + 1);
        if (!command.equalsIgnoreCase("Backlog")) {
            return obey(command, message.payload(), body);
        }
        List<Said> answers = new ArrayList<>();
        for (String part : message.payload().split(";", -1)) {
            String[] words = part.strip().split(" ", 2);
            answers.addAll(obey(words[0], words.length > 1 ? words[1] : "", body));
        }
        return answers;
    }

    @Override
    public Optional<String> called(String path, Map<String, String> query, PlugBody body) {
        if (!path.equals("/cm")) {
            return Optional.empty();
        }
        String[] words = query.getOrDefault("cmnd", "").strip().split(" ", 2);
        String value = words.length > 1 ? words[1] : "";
        List<Said> answers = hear(new Said("cmnd/" + words[0], value, false), body);
        return Optional.of(
                words[0].equalsIgnoreCase("Backlog") || answers.isEmpty()
                        ? "{}"
                        : answers.getFirst().payload());
    }

    private List<Said> obey(String command, String value, PlugBody body) {
        return switch (command.toUpperCase(Locale.ROOT)) {
            case "POWER", "POWER1" -> power(value, body);
            case "PULSETIME1" -> pulse(value, body);
            case "STATUS" -> status(value, body);
            default -> List.of(stat("RESULT", "{\"Command\":\"Unknown\"}"));
        };
    }

    private List<Said> power(String value, PlugBody body) {
        boolean toggle = value.equalsIgnoreCase("TOGGLE") || value.equals("2");
        if (value.equalsIgnoreCase("ON") || value.equals("1") || (toggle && !body.isOn())) {
            body.switchOn(time());
        } else if (value.equalsIgnoreCase("OFF") || value.equals("0") || toggle) {
            body.switchOff();
        }
        return List.of(
                stat("RESULT", "{\"POWER\":\"%s\"}".formatted(word(body))),
                stat("POWER", word(body)));
    }

    private Optional<Duration> time() {
        if (pulse == 0) {
            return Optional.empty();
        }
        return Optional.of(
                pulse < SECONDS_FROM
                        ? Duration.ofMillis(pulse * 100L)
                        : Duration.ofSeconds(pulse - NO_SECONDS));
    }

    private List<Said> pulse(String value, PlugBody body) {
        if (value.matches("[0-9]{1,5}") && Integer.parseInt(value) <= MOST_PULSE) {
            pulse = Integer.parseInt(value);
        }
        long left = body.left().map(Duration::toSeconds).orElse(0L);
        return List.of(
                stat(
                        "RESULT",
                        "{\"PulseTime1\":{\"Set\":%d,\"Remaining\":%d}}".formatted(pulse, left)));
    }

    private List<Said> status(String value, PlugBody body) {
        return switch (value) {
            case "10" -> List.of(stat("STATUS10", "{\"StatusSNS\":{%s}}".formatted(energy(body))));
            case "11" ->
                    List.of(
                            stat(
                                    "STATUS11",
                                    "{\"StatusSTS\":{\"POWER\":\"%s\"}}".formatted(word(body))));
            default -> List.of(stat("RESULT", "{\"Command\":\"Unknown\"}"));
        };
    }

    private static String word(PlugBody body) {
        return body.saysOn() ? "ON" : "OFF";
    }

    private static String energy(PlugBody body) {
        return "\"ENERGY\":{\"Total\":%s,\"Power\":%d,\"Voltage\":230}"
                .formatted(
                        body.wattHours()
                                .movePointLeft(3)
                                .setScale(3, RoundingMode.FLOOR)
                                .toPlainString(),
                        body.power());
    }

    private Said stat(String topic, String payload) {
        return Said.once("stat/" + name + "/" + topic, payload);
    }

    @Override
    public List<Said> report(PlugBody body) {
        return List.of(
                Said.once("tele/" + name + "/SENSOR", "{%s}".formatted(energy(body))),
                Said.once("tele/" + name + "/STATE", "{\"POWER\":\"%s\"}".formatted(word(body))));
    }

    @Override
    public boolean forgets() {
        return false;
    }
}
