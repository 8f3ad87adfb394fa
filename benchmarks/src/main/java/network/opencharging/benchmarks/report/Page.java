package network.opencharging.benchmarks.report;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** The page of figures: a section of it is written anew, everything else stays. */
public final class Page {
    private Page() {}

    /**
     * Writes the section between its marks, behind everything else where it is not there yet.
     *
     * @param name of the section, in the marks
     */
    public static void write(Path page, String name, String section) throws IOException {
        String begin = "<!-- " + name + " -->\n";
        String end = "<!-- /" + name + " -->\n";
        String old = Files.exists(page) ? Files.readString(page) : "# Benchmarks\n";
        int from = old.indexOf(begin);
        int to = old.indexOf(end);
        String text =
                from >= 0 && to > from
                        ? old.substring(0, from) + begin + section + old.substring(to)
                        : old + "\n" + begin + section + end;
        Files.writeString(page, text);
    }
}
