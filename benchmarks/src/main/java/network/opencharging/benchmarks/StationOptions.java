package network.opencharging.benchmarks;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
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
        Arguments given = new Arguments(arguments, NAMES);
        return new StationOptions(
                given.home(),
                given.number("stations", 10_000),
                given.number("crowd", 2000),
                given.seconds("steady", 60),
                given.seconds("pressed", 15),
                given.seconds("warm", 10),
                given.text("only", ".*"),
                given.words("jvm", "-Xmx1536m"),
                given.text("page", ""));
    }

    boolean wants(String part) {
        return part.matches(only);
    }
}
