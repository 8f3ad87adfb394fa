package network.opencharging.tools.yaml;

/**
 * Where something is written.
 *
 * @param line counted from 1
 * @param path such as {@code steps[2].send.method}; empty for the whole text
 */
public record Spot(int line, String path) {
    Spot below(String key, int itsLine) {
        return new Spot(itsLine, path.isEmpty() ? key : path + "." + key);
    }

    Spot item(int number, int itsLine) {
        return new Spot(itsLine, path + "[" + number + "]");
    }
}
