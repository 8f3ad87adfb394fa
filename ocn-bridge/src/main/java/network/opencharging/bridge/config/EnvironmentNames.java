package network.opencharging.bridge.config;

import network.opencharging.bridge.model.Spelling;

import org.springframework.boot.env.YamlPropertySourceLoader;
import org.springframework.core.env.EnumerablePropertySource;
import org.springframework.core.io.ClassPathResource;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Names of the environment that begin as those of the bridge. One that is misspelt would be ignored
 * without a word, and something would not be as its owner thinks: it stops the start.
 *
 * @param variables the names that bridge.yml names
 * @param settings the settings' own names, as {@link #plain} has them: each is a variable too
 */
record EnvironmentNames(Set<String> variables, Set<String> settings) {
    private static final String OURS = "OCN_BRIDGE_";
    private static final Pattern VARIABLE = Pattern.compile("\\$\\{([A-Z0-9_]+):");
    private static final int SLIP = 2;

    /** What an orchestrator says by itself about a service that is called ocn-bridge. */
    private static final Pattern OF_A_SERVICE =
            Pattern.compile("OCN_BRIDGE_(SERVICE_(HOST|PORT.*)|PORT_[0-9]+_(TCP|UDP).*)");

    /** The names that bridge.yml has. */
    static EnvironmentNames known() {
        Set<String> variables = new TreeSet<>();
        Set<String> settings = new LinkedHashSet<>();
        for (EnumerablePropertySource<?> lines : lines()) {
            for (String setting : lines.getPropertyNames()) {
                settings.add(plain(setting));
                VARIABLE.matcher(String.valueOf(lines.getProperty(setting)))
                        .results()
                        .forEach(found -> variables.add(found.group(1)));
            }
        }
        return new EnvironmentNames(variables, settings);
    }

    /** The names of all settings, as files and flags write them. */
    static Set<String> settingsOfFiles() {
        return lines().stream()
                .flatMap(lines -> Arrays.stream(lines.getPropertyNames()))
                .collect(Collectors.toSet());
    }

    private static List<EnumerablePropertySource<?>> lines() {
        try {
            List<EnumerablePropertySource<?>> all = new ArrayList<>();
            for (var source :
                    new YamlPropertySourceLoader()
                            .load("bridge.yml", new ClassPathResource("bridge.yml"))) {
                all.add((EnumerablePropertySource<?>) source);
            }
            return all;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * Stops the start when a name is unknown.
     *
     * @throws UnusableSetting with each unknown name and the one that was perhaps meant
     */
    void check(Collection<String> environment) {
        List<String> unknown =
                environment.stream().sorted().filter(this::isUnknown).map(this::told).toList();
        if (!unknown.isEmpty()) {
            throw new UnusableSetting(
                    "There is no such setting in the environment: "
                            + String.join("; ", unknown)
                            + ". Every setting is a line in bridge.yml (docs/bridge.md).");
        }
    }

    /** Of other names beginning with OCN only those count that are nearly one of ours. */
    private boolean isUnknown(String name) {
        if (variables.contains(name)
                || settings.contains(plain(name))
                || OF_A_SERVICE.matcher(name).matches()) {
            return false;
        }
        return name.startsWith(OURS)
                || (name.startsWith("OCN_B") && Spelling.distance(name, nearest(name)) <= SLIP);
    }

    private String told(String name) {
        return "%s (did you mean %s?)".formatted(name, nearest(name));
    }

    private String nearest(String name) {
        return variables.stream()
                .min(Comparator.comparingInt(known -> Spelling.distance(name, known)))
                .orElseThrow();
    }

    /** Words without what environment, files and flags write between them, and without places. */
    private static String plain(String name) {
        return Arrays.stream(name.split("[^A-Za-z0-9]+"))
                .filter(word -> !word.matches("[0-9]*"))
                .collect(Collectors.joining())
                .toLowerCase(Locale.ROOT);
    }
}
