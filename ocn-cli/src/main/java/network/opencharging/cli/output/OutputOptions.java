package network.opencharging.cli.output;

import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

import java.io.PrintWriter;
import java.util.List;

/**
 * How the answer is written. The answer goes to standard output, what is said besides to standard
 * error.
 */
public final class OutputOptions {
    @Spec(Spec.Target.MIXEE)
    private CommandSpec spec = CommandSpec.create();

    @Option(
            names = {"-o", "--output"},
            paramLabel = "table|json|yaml",
            defaultValue = "table",
            description = "How the answer is written: table (usual), json or yaml.")
    private Format format = Format.TABLE;

    @Option(
            names = {"-q", "--quiet"},
            description = "Say nothing besides the answer and failures.")
    private boolean quiet;

    /** Writes a list; for people also that it is empty. */
    public void show(List<Entry> entries, String none) {
        print(format.write(entries));
        if (entries.isEmpty() && format == Format.TABLE) {
            say(none);
        }
    }

    /** Writes one thing. */
    public void show(Entry entry) {
        print(format.write(entry));
    }

    /** Writes one of many things that come one after the other, each in a line of its own. */
    public void line(Entry entry) {
        print(
                switch (format) {
                    case TABLE ->
                            String.join(
                                            "  ",
                                            entry.values().values().stream()
                                                    .map(String::valueOf)
                                                    .toList())
                                    + "\n";
                    case JSON -> format.write(entry);
                    case YAML -> format.write(List.of(entry));
                });
    }

    /** Tells a person what is going on. */
    public void say(String sentence) {
        if (!quiet) {
            PrintWriter err = spec.commandLine().getErr();
            err.println(sentence);
            err.flush();
        }
    }

    /** Warns, also when asked to be quiet. */
    public void warn(String sentence) {
        PrintWriter err = spec.commandLine().getErr();
        err.println(sentence);
        err.flush();
    }

    private void print(String text) {
        PrintWriter out = spec.commandLine().getOut();
        out.print(text);
        out.flush();
    }
}
