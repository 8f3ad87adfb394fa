package network.opencharging.cli;

import static org.assertj.core.api.Assertions.assertThat;

import network.opencharging.cli.manual.Manual;

import org.junit.jupiter.api.Test;

import picocli.CommandLine;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;

/** The page of the command line is what the commands say; {@code -Docn.docs=write} writes it. */
class CliPageTest {
    private static final Path PAGE = Path.of("../docs/cli.md");

    @Test
    void thePageIsWhatTheCommandsSay() throws IOException {
        String page = Manual.markdown(Ocn.commandLine());
        if (System.getProperty("ocn.docs", "check").equals("write")) {
            Files.writeString(PAGE, page);
        }
        assertThat(Files.readString(PAGE))
                .as("run CliPageTest with -Docn.docs=write and check docs/cli.md in")
                .isEqualTo(page);
    }

    @Test
    void thereIsAManPageAndCompletion() {
        assertThat(said("man"))
                .startsWith(".TH OCN 1")
                .contains("ocn party set")
                .contains("EXIT STATUS");
        assertThat(said("completion")).contains("complete -F", "party");
    }

    private static String said(String command) {
        StringWriter out = new StringWriter();
        CommandLine line = Ocn.commandLine();
        line.setOut(new PrintWriter(out, true));
        assertThat(line.execute(command)).isZero();
        return out.toString();
    }
}
