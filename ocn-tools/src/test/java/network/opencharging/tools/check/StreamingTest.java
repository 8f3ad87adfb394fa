package network.opencharging.tools.check;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import picocli.CommandLine;

import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** A list is checked as it comes: how long it is does not matter to the memory. */
public final class StreamingTest {
    private static final long BYTES = 48_000_000;

    @TempDir private Path folder = Path.of("");

    /** A process with less memory than the list is long. */
    public static void main(String[] arguments) {
        CheckCommand check = new CheckCommand(System.in, Map.of(), Clock.systemUTC());
        System.exit(
                new CommandLine(check)
                        .setCaseInsensitiveEnumValuesAllowed(true)
                        .execute("-", "--type", "Location"));
    }

    @Test
    void aListLongerThanTheMemoryIsChecked() throws Exception {
        Path said = folder.resolve("said.txt");
        Process process =
                new ProcessBuilder(
                                List.of(
                                        Path.of(System.getProperty("java.home"), "bin", "java")
                                                .toString(),
                                        "-Xmx24m",
                                        "-XX:+UseSerialGC",
                                        "-cp",
                                        System.getProperty("java.class.path"),
                                        StreamingTest.class.getName()))
                        .redirectErrorStream(true)
                        .redirectOutput(said.toFile())
                        .start();
        int locations;
        try (ManyLocations list = new ManyLocations(BYTES);
                OutputStream into = process.getOutputStream()) {
            assertThat(list.transferTo(into)).isGreaterThan(BYTES);
            locations = list.locations();
        }

        assertThat(process.waitFor(180, TimeUnit.SECONDS)).isTrue();
        assertThat(Files.readString(said)).contains(locations + " Location: nothing found.");
        assertThat(process.exitValue()).isZero();
    }
}
