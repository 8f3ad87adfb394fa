package network.opencharging.tools.yaml;

import java.util.ArrayList;
import java.util.List;

/** All that is wrong with one file, in the order in which it was found. */
public final class Problems {
    private final String file;
    private final List<String> sentences = new ArrayList<>();

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
        sentences.add("%s:%d: %s%s".formatted(file, spot.line(), path, sentence));
    }

    /** True while there are none. */
    public boolean isEmpty() {
        return sentences.isEmpty();
    }

    /** One line for each: file, line, path, sentence. */
    public List<String> sentences() {
        return List.copyOf(sentences);
    }

    /** All lines, one under the other. */
    @Override
    public String toString() {
        return String.join(System.lineSeparator(), sentences);
    }
}
