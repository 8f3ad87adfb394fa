package network.opencharging.tools.scenario;

import network.opencharging.tools.terminal.Screen;
import network.opencharging.tools.yaml.Fields;
import network.opencharging.tools.yaml.Problems;
import network.opencharging.tools.yaml.YamlText;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

import java.util.List;
import java.util.Map;

/** {@code ocn tools scenario list}: the scenarios that come with this program. */
@Command(
        name = "list",
        description = "Lists the scenarios that come with this program.",
        mixinStandardHelpOptions = true,
        footer = {"", "Example: ocn tools scenario list"})
public final class ScenarioList implements Runnable {
    @Spec private CommandSpec spec = CommandSpec.create();

    /** The command. */
    public ScenarioList() {}

    @Override
    public void run() {
        Screen.of(spec.commandLine().getOut(), Map.of())
                .table(Library.NAMES.stream().map(name -> List.of(name, title(name))).toList());
    }

    private static String title(String name) {
        Problems problems = new Problems(name);
        return Library.find(name)
                .flatMap(text -> YamlText.read(text, problems))
                .flatMap(written -> Fields.of(written, problems).text("scenario"))
                .orElse("");
    }
}
