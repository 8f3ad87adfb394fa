package network.opencharging.benchmarks;

import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What is wished.
 *
 * @param home the project's folder
 * @param stations how many
 * @param crowd how many of them always have a call open at saturation
 * @param steady how long all of them behave as in life
 * @param pressed how long each saturation is measured
 * @param warm how long it is pressed before that
 * @param only a pattern of the parts: steady, saturation, restart
 * @param jvm options of the backend's Java
 * @param page the page that is written; nothing is written when empty
 */
record StationOptions(
        Path home,
        int stations,
        int crowd,
        Duration steady,
        Duration pressed,
        Duration warm,
        String only,
        List<String> jvm,
        String page) {
    private static final Set<String> NAMES =
            Set.of("home", "stations", "crowd", "steady", "pressed", "warm", "only", "jvm", "page");

    static StationOptions read(String[] arguments) {
        Map<String, String> given = new HashMap<>();
        for (String argument : arguments) {
            int sign = argument.indexOf('=');
            String name = sign < 2 ? "" : argument.substring(2, sign);
            if (!argument.startsWith("--") || !NAMES.contains(name)) {
                throw new IllegalArgumentException(
                        "an option is --name=value with a name of %s, not '%s'"
                                .formatted(NAMES, argument));
            }
            given.put(name, argument.substring(sign + 1));
        }
        return new StationOptions(
                Path.of(given.getOrDefault("home", ".")).toAbsolutePath().normalize(),
                Integer.parseInt(given.getOrDefault("stations", "10000")),
                Integer.parseInt(given.getOrDefault("crowd", "2000")),
                seconds(given.getOrDefault("steady", "60")),
                seconds(given.getOrDefault("pressed", "15")),
                seconds(given.getOrDefault("warm", "10")),
                given.getOrDefault("only", ".*"),
                List.of(given.getOrDefault("jvm", "-Xmx1536m").split(" ", -1)),
                given.getOrDefault("page", ""));
    }

    private static Duration seconds(String text) {
        return Duration.ofSeconds(Long.parseLong(text));
    }

    boolean wants(String part) {
        return part.matches(only);
    }
}
