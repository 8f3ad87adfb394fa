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
 * @param stations how many charge
 * @param begin within which all begin
 * @param steady how long it is measured while all charge
 * @param jvm options of the backend's Java
 * @param page the page that is written; nothing is written when empty
 */
record SessionOptions(
        Path home, int stations, Duration begin, Duration steady, List<String> jvm, String page) {
    private static final Set<String> NAMES =
            Set.of("home", "stations", "begin", "steady", "jvm", "page");

    static SessionOptions read(String[] arguments) {
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
        return new SessionOptions(
                Path.of(given.getOrDefault("home", ".")).toAbsolutePath().normalize(),
                Integer.parseInt(given.getOrDefault("stations", "210")),
                Duration.ofSeconds(Long.parseLong(given.getOrDefault("begin", "30"))),
                Duration.ofSeconds(Long.parseLong(given.getOrDefault("steady", "120"))),
                List.of(given.getOrDefault("jvm", "-Xmx512m").split(" ", -1)),
                given.getOrDefault("page", ""));
    }
}
