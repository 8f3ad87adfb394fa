package network.opencharging.benchmarks;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * What is wished.
 *
 * @param home the project's folder
 * @param seconds of one run
 * @param rounds in which every case has its turn
 * @param warm seconds of warming up for each case, again and again until enough messages have
 *     passed and it gets no faster
 * @param connections at once, one series each
 * @param only the cases whose title fits this pattern
 * @param jvm options of the nodes' Java
 * @param growth what may grow, as a pattern of its name: it is measured too whether the cost of a
 *     message grows with it; nothing when empty
 * @param profile whether flame graphs are drawn, in a round of its own
 * @param page the page that is written; nothing is written when empty
 */
record Options(
        Path home,
        int seconds,
        int rounds,
        int warm,
        List<Integer> connections,
        String only,
        List<String> jvm,
        String growth,
        boolean profile,
        String page) {

    static Options read(String[] arguments) {
        Map<String, String> given = new HashMap<>();
        for (String argument : arguments) {
            int sign = argument.indexOf('=');
            if (!argument.startsWith("--") || sign < 0) {
                throw new IllegalArgumentException(
                        "an option is --name=value, not '"
                                + argument
                                + "'; see docs/benchmarks.md");
            }
            given.put(argument.substring(2, sign), argument.substring(sign + 1));
        }
        return new Options(
                Path.of(given.getOrDefault("home", ".")).toAbsolutePath().normalize(),
                Integer.parseInt(given.getOrDefault("seconds", "3")),
                Integer.parseInt(given.getOrDefault("rounds", "2")),
                Integer.parseInt(given.getOrDefault("warm", "5")),
                Arrays.stream(given.getOrDefault("connections", "1,8,64,256").split(",", -1))
                        .map(Integer::valueOf)
                        .toList(),
                given.getOrDefault("only", ".*"),
                List.of(
                        given.getOrDefault(
                                        "jvm",
                                        "-Xmx256m -XX:+UseSerialGC -XX:MetaspaceSize=128m"
                                                + " -Djdk.reflect.useNativeAccessorOnly=true")
                                .split(" ", -1)),
                given.getOrDefault("growth", ".*"),
                Boolean.parseBoolean(given.getOrDefault("profile", "true")),
                given.getOrDefault("page", ""));
    }
}
