package network.opencharging.acceptance.docs;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A block of commands on a page.
 *
 * @param place page and line
 * @param marks the comments right above it
 * @param commands what a reader would type
 */
record Block(String place, List<String> marks, String commands) {
    private static final String BEGIN = "```sh";
    private static final String END = "```";
    private static final Pattern COMMENT = Pattern.compile("\\s*<!-- (.+) -->");

    /** All blocks of a page. */
    static Stream<Block> of(Path page) {
        List<String> lines = Committed.text(page).lines().toList();
        List<Block> blocks = new ArrayList<>();
        for (int i = 0; i < lines.size(); i++) {
            if (lines.get(i).strip().equals(BEGIN)) {
                List<String> inside =
                        lines.subList(i + 1, lines.size()).stream()
                                .takeWhile(line -> !line.strip().equals(END))
                                .toList();
                blocks.add(
                        new Block(
                                Committed.name(page) + ":" + (i + 1),
                                marksAbove(lines.subList(0, i)),
                                String.join("\n", inside).strip()));
            }
        }
        return blocks.stream();
    }

    private static List<String> marksAbove(List<String> lines) {
        return lines.reversed().stream()
                .map(COMMENT::matcher)
                .takeWhile(Matcher::matches)
                .map(matcher -> matcher.group(1))
                .toList();
    }

    /** Why it does not run in a test. */
    Optional<String> notRun() {
        return mark("not run: ");
    }

    /** What it prints when it has come as far as a reader wants to see, and runs on. */
    Optional<String> runsUntil() {
        return mark("runs until: ");
    }

    /**
     * What it prints when it has come as far as a reader wants to see, and runs on to the page's
     * end.
     */
    Optional<String> runsBeside() {
        return mark("runs beside: ");
    }

    /** What something that runs beside it prints because of it. */
    Optional<String> thenBeside() {
        return mark("then beside: ");
    }

    private Optional<String> mark(String name) {
        return marks.stream()
                .filter(mark -> mark.startsWith(name))
                .map(mark -> mark.substring(name.length()).strip())
                .findFirst();
    }

    @Override
    public String toString() {
        return place + "  " + commands.lines().findFirst().orElse("");
    }
}
