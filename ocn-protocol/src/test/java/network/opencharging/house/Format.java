package network.opencharging.house;

import com.google.googlejavaformat.java.Formatter;
import com.google.googlejavaformat.java.FormatterException;
import com.google.googlejavaformat.java.JavaFormatterOptions;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/**
 * Writes the house's format into the sources of a module; run by the Maven profile {@code format}.
 */
public final class Format {
    private Format() {}

    /** Formats every hand-written Java file below {@code args[0]/src}. */
    public static void main(String[] args) throws IOException, FormatterException {
        Path sources = Path.of(args[0], "src");
        if (!Files.exists(sources)) {
            return;
        }
        Formatter formatter =
                new Formatter(
                        JavaFormatterOptions.builder()
                                .style(JavaFormatterOptions.Style.AOSP)
                                .build());
        try (Stream<Path> walk = Files.walk(sources)) {
            List<Path> files =
                    walk.filter(path -> path.toString().endsWith(".java"))
                            .filter(path ->
                                    !path.toString().replace('\\', '/').contains("/generated/"))
                            .toList();
            for (Path file : files) {
                String text = Files.readString(file);
                String formatted = formatter.formatSourceAndFixImports(text);
                if (!formatted.equals(text)) {
                    Files.writeString(file, formatted);
                }
            }
        }
    }
}
