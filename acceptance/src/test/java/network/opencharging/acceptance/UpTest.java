package network.opencharging.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import network.opencharging.acceptance.dsl.Installation;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;

/** What the README tells a newcomer to type. */
class UpTest {
    @TempDir Path folder;

    @Test
    void aSessionRoamsWithOneCommandOnAChain() throws Exception {
        String said = ocn("up", "--once");

        assertThat(said).contains("the session has roamed", "START_SESSION", "POST cdr");
        assertThat(said).doesNotContain("not signed", "refused");
    }

    @Test
    void aSessionRoamsWithOneCommandOnASignedFile() throws Exception {
        assertThat(ocn("up", "--once", "--chain", "none")).contains("the session has roamed");
    }

    private String ocn(String... arguments) throws IOException, InterruptedException {
        Path out = folder.resolve("out.txt");
        String[] command = new String[arguments.length + 1];
        command[0] = Installation.root().resolve("ocn").toString();
        System.arraycopy(arguments, 0, command, 1, arguments.length);
        ProcessBuilder builder =
                new ProcessBuilder(command)
                        .directory(folder.toFile())
                        .redirectErrorStream(true)
                        .redirectOutput(out.toFile());
        builder.environment().put("OCN_BUILD", "never");
        Process process = builder.start();
        assertThat(process.waitFor(170, TimeUnit.SECONDS)).as(() -> read(out)).isTrue();
        assertThat(process.exitValue()).as(() -> read(out)).isZero();
        return read(out);
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
