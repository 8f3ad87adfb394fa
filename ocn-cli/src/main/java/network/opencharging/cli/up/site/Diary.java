package network.opencharging.cli.up.site;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.function.Consumer;

/**
 * The log of a device.
 *
 * @param file where
 */
record Diary(Path file, Clock clock) implements Consumer<String> {

    @Override
    public void accept(String sentence) {
        try {
            Files.writeString(
                    file,
                    clock.instant().truncatedTo(ChronoUnit.MILLIS) + " " + sentence + "\n",
                    StandardOpenOption.CREATE,
                    StandardOpenOption.APPEND);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
