package network.opencharging.tools.conformance;

import network.opencharging.tools.conformance.suite.Suite;
import network.opencharging.tools.terminal.Screen;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

import java.util.List;
import java.util.Map;

/** {@code ocn tools conformance list}: the cases of a role, with their paragraphs. */
@Command(
        name = "list",
        description = "Lists the cases of a role, each with its paragraph of OCPI.",
        mixinStandardHelpOptions = true,
        footer = {"", "Example: ocn tools conformance list --role emsp"})
public final class ConformanceList implements Runnable {
    @Spec private CommandSpec spec = CommandSpec.create();

    @Option(
            names = "--role",
            required = true,
            paramLabel = "cpo|emsp|hub",
            description = "What the system is.")
    private ConformanceRun.Tried role = ConformanceRun.Tried.CPO;

    /** The command. */
    public ConformanceList() {}

    @Override
    public void run() {
        Screen.of(spec.commandLine().getOut(), Map.of())
                .table(
                        Suite.of(role.role()).cases().stream()
                                .map(one ->
                                        List.of(one.id(), one.title(), one.paragraph().toString()))
                                .toList());
    }
}
