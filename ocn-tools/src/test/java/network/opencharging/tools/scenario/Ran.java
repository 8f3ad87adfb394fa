package network.opencharging.tools.scenario;

import network.opencharging.tools.Tools;
import network.opencharging.tools.terminal.Failure;

import picocli.CommandLine;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/** The command as a person calls it, and what it left. */
record Ran(int exitCode, String out, String err) {
    static final String TOKEN_A = "token-a";

    /** Plays the text of a scenario. */
    static Ran play(Path folder, String text) throws IOException {
        Path file = folder.resolve("story.yaml");
        Files.writeString(file, text);
        return run("run", file.toString());
    }

    static Ran run(String... arguments) {
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        CommandLine tools =
                Tools.commandLine(Map.of("OCPI_TOKEN", TOKEN_A))
                        .setOut(new PrintWriter(out))
                        .setErr(new PrintWriter(err))
                        .setExecutionExceptionHandler((e, line, _) -> {
                            line.getErr().println(e.getMessage());
                            return e instanceof Failure failure ? failure.exitCode() : 70;
                        });
        String[] whole = new String[arguments.length + 1];
        whole[0] = "scenario";
        System.arraycopy(arguments, 0, whole, 1, arguments.length);
        return new Ran(tools.execute(whole), out.toString(), err.toString());
    }
}
