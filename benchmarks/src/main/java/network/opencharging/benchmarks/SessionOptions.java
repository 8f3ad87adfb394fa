package network.opencharging.benchmarks;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
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
        Arguments given = new Arguments(arguments, NAMES);
        return new SessionOptions(
                given.home(),
                given.number("stations", 210),
                given.seconds("begin", 30),
                given.seconds("steady", 120),
                given.words("jvm", "-Xmx512m"),
                given.text("page", ""));
    }
}
