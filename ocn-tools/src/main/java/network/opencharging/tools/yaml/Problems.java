package network.opencharging.tools.yaml;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** All that is wrong with one file, in the order of its lines. */
public final class Problems {
    private final String file;
    private final List<Problem> all = new ArrayList<>();

    private record Problem(int line, String sentence) {}

    /**
     * No problems yet.
     *
     * @param file its name, as the person gave it
     */
    public Problems(String file) {
        this.file = file;
    }

    /** Adds one. */
    public void add(Spot spot, String sentence) {
        String path = spot.path().isEmpty() ? "" : spot.path() + " ";
        String whole = "%s:%d: %s%s".formatted(file, spot.line(), path, sentence);
        all.add(new Problem(spot.line(), whole));
    }

    /** True while there are none. */
    public boolean isEmpty() {
        return all.isEmpty();
    }

    /** One line for each: file, line, path, sentence. */
    public List<String> sentences() {
        return all.stream()
                .sorted(Comparator.comparingInt(Problem::line))
                .map(Problem::sentence)
                .toList();
    }

    /** All lines, one under the other. */
    @Override
    public String toString() {
        return String.join(System.lineSeparator(), sentences());
    }
}
