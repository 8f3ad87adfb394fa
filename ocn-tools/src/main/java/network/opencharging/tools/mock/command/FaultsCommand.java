package network.opencharging.tools.mock.command;

import network.opencharging.tools.mock.fault.Faults;
import network.opencharging.tools.terminal.Screen;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

import java.util.List;
import java.util.Map;

/** {@code ocn tools mock faults}: what a mock can do wrong. */
@Command(
        description = "Lists what a mock can do wrong with --fault.",
        mixinStandardHelpOptions = true,
        footer = {"", "Example: ocn tools mock faults"})
public final class FaultsCommand implements Runnable {
    @Spec private CommandSpec spec = CommandSpec.create();

    /** The command. */
    public FaultsCommand() {}

    @Override
    public void run() {
        Screen.of(spec.commandLine().getOut(), Map.of())
                .table(
                        Faults.all().stream()
                                .map(fault -> List.of(fault.name(), fault.says()))
                                .toList());
    }
}
