package network.opencharging.cli.output;

import picocli.CommandLine;
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
    private static final String BOLD = "\u001b[1m";
    private static final String RED = "\u001b[31m";
    private static final String PLAIN = "\u001b[0m";

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
        String text = format.write(entries);
        print(format == Format.TABLE ? coloured(text, entries) : text);
        if (entries.isEmpty() && format == Format.TABLE) {
            say(none);
        }
    }

    /** On a terminal the names stand out, and what is not as it should be. */
    private static String coloured(String table, List<Entry> entries) {
        CommandLine.Help.Ansi ansi = CommandLine.Help.Ansi.AUTO;
        if (!ansi.enabled()) {
            return table;
        }
        StringBuilder text = new StringBuilder();
        List<String> lines = table.lines().toList();
        for (int i = 0; i < lines.size(); i++) {
            boolean bad = i > 0 && "bad".equals(entries.get(i - 1).values().get("result"));
            String style = i == 0 ? BOLD : bad ? RED : "";
            text.append(style).append(lines.get(i)).append(style.isEmpty() ? "" : PLAIN);
            text.append('\n');
        }
        return text.toString();
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
