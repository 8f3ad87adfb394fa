package network.opencharging.cli.manual;

import picocli.AutoComplete;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

import java.io.PrintWriter;

/** The manual, on the command line itself. */
public final class ManualCommands {
    private ManualCommands() {}

    /** Adds them to a root. */
    public static void mount(CommandLine root) {
        root.addSubcommand(new Completion()).addSubcommand(new ManPage());
    }

    /** Completion for shells. */
    @Command(
            name = "completion",
            description = {
                "Print what makes bash or zsh complete commands and options:",
                "source <(ocn completion)"
            })
    static final class Completion implements Runnable {
        @Spec private CommandSpec spec = CommandSpec.create();

        @Override
        public void run() {
            print(spec, AutoComplete.bash("ocn", spec.root().commandLine()));
        }
    }

    /** The man page. */
    @Command(
            name = "man",
            description = {"Print the man page:", "ocn man | man -l -"})
    static final class ManPage implements Runnable {
        @Spec private CommandSpec spec = CommandSpec.create();

        @Override
        public void run() {
            print(spec, Manual.roff(spec.root().commandLine()));
        }
    }

    private static void print(CommandSpec spec, String text) {
        PrintWriter out = spec.commandLine().getOut();
        out.print(text);
        out.flush();
    }
}
