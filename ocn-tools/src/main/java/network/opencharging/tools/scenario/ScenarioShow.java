package network.opencharging.tools.scenario;

import network.opencharging.tools.terminal.Screen;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

import java.util.Map;

/** {@code ocn tools scenario show}: the text of a scenario, to begin one's own with. */
@Command(
        name = "show",
        description = "Prints a scenario that comes with this program, to begin your own with.",
        mixinStandardHelpOptions = true,
        footer = {"", "Example: ocn tools scenario show session"})
public final class ScenarioShow implements Runnable {
    @Spec private CommandSpec spec = CommandSpec.create();

    @Parameters(paramLabel = "NAME", description = "A name that 'scenario list' knows.")
    private String name = "";

    /** The command. */
    public ScenarioShow() {}

    @Override
    public void run() {
        Screen.of(spec.commandLine().getOut(), Map.of())
                .say(Library.find(name).orElseThrow(() -> Library.unknown(name)).stripTrailing());
    }
}
