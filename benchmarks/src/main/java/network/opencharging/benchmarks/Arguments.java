package network.opencharging.benchmarks;

import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Options as they are written: {@code --name=value}. */
final class Arguments {
    private final Map<String, String> given = new HashMap<>();

    /**
     * Reads them.
     *
     * @param names the only ones that there are
     * @throws IllegalArgumentException when one is written otherwise
     */
    Arguments(String[] arguments, Set<String> names) {
        for (String argument : arguments) {
            int sign = argument.indexOf('=');
            String name = sign < 2 ? "" : argument.substring(2, sign);
            if (!argument.startsWith("--") || !names.contains(name)) {
                throw new IllegalArgumentException(
                        "an option is --name=value with a name of %s, not '%s'"
                                .formatted(names, argument));
            }
            given.put(name, argument.substring(sign + 1));
        }
    }

    String text(String name, String otherwise) {
        return given.getOrDefault(name, otherwise);
    }

    int number(String name, int otherwise) {
        return Integer.parseInt(text(name, Integer.toString(otherwise)));
    }

    Duration seconds(String name, int otherwise) {
        return Duration.ofSeconds(Long.parseLong(text(name, Integer.toString(otherwise))));
    }

    List<String> words(String name, String otherwise) {
        return List.of(text(name, otherwise).split(" ", -1));
    }

    /** The project's folder. */
    Path home() {
        return Path.of(text("home", ".")).toAbsolutePath().normalize();
    }
}
