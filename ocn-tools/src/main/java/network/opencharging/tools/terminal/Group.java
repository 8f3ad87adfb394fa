package network.opencharging.tools.terminal;

import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** A command that does nothing itself and holds others. */
@Command
public final class Group implements Runnable {
    @Spec private CommandSpec spec = CommandSpec.create();

    private Group() {}

    /**
     * A group without commands, to which they are added.
     *
     * @param description what the commands have in common
     */
    public static CommandLine of(String description) {
        CommandLine group = new CommandLine(new Group());
        group.getCommandSpec().usageMessage().description(description);
        return group;
    }

    @Override
    public void run() {
        throw new ParameterException(
                spec.commandLine(),
                "Say more: %s needs one of %s."
                        .formatted(
                                spec.qualifiedName(),
                                String.join(", ", spec.subcommands().keySet())));
    }
}
