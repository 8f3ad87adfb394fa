package network.opencharging.tools.simulate.command;

import network.opencharging.tools.simulate.script.Act;
import network.opencharging.tools.simulate.script.Script;
import network.opencharging.tools.simulate.script.ScriptReader;
import network.opencharging.tools.simulate.script.Step;
import network.opencharging.tools.terminal.Failure;
import network.opencharging.tools.terminal.Input;
import network.opencharging.tools.terminal.Printable;
import network.opencharging.tools.terminal.Screen;
import network.opencharging.tools.yaml.Problems;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CountDownLatch;

/**
 * Where things happen to a device: by a script, or by what somebody types.
 *
 * @param <S> the device
 */
final class Stage<S> {
    private final ScriptReader<S> reader;
    private final Screen screen;

    Stage(ScriptReader<S> reader, Screen screen) {
        this.reader = reader;
        this.screen = screen;
    }

    /** A script, whole and right. */
    Script<S> script(Path file, Input input) {
        Problems problems = new Problems(file.toString());
        Script<S> script = reader.read(input.text(file, "--script"), problems);
        if (!problems.isEmpty()) {
            throw Failure.usage("The script cannot be used.%n%s".formatted(problems));
        }
        return script;
    }

    /** Plays it to its end. */
    void play(Script<S> script, S device) throws IOException, InterruptedException {
        for (Step<S> step : script.steps()) {
            try {
                switch (step.act().on(device)) {
                    case Act.Result.Done() -> {}
                    case Act.Result.Failed(String why) ->
                            throw Failure.failed(
                                    "line %d, %s: %s".formatted(step.line(), step.name(), why));
                    case Act.Result.Quit() -> {
                        return;
                    }
                }
            } catch (IllegalArgumentException e) {
                throw Failure.usage(
                        "line %d, %s: %s.".formatted(step.line(), step.name(), e.getMessage()));
            }
        }
    }

    /**
     * Does what is typed, the same words as in a script, until {@code quit}. When nobody types any
     * more the device goes on.
     */
    void typed(Input input, S device) throws IOException, InterruptedException {
        BufferedReader lines =
                new BufferedReader(new InputStreamReader(input.standard(), StandardCharsets.UTF_8));
        String line = lines.readLine();
        while (line != null) {
            if (!does(line, device)) {
                return;
            }
            line = lines.readLine();
        }
        new CountDownLatch(1).await();
    }

    private boolean does(String line, S device) throws InterruptedException {
        if (line.strip().equals("help")) {
            screen.table(help());
            return true;
        }
        Problems problems = new Problems("typed");
        List<Step<S>> steps = reader.line(line, problems);
        problems.sentences().forEach(sentence -> screen.bad(Printable.of(sentence)));
        for (Step<S> step : steps) {
            try {
                switch (step.act().on(device)) {
                    case Act.Result.Done() -> {}
                    case Act.Result.Failed(String why) -> screen.bad(why);
                    case Act.Result.Quit() -> {
                        return false;
                    }
                }
            } catch (IllegalArgumentException | IOException e) {
                screen.bad(Printable.of(String.valueOf(e.getMessage())));
            }
        }
        return true;
    }

    /** All words with what they do. */
    List<List<String>> help() {
        return reader.words().stream().map(word -> List.of(word.form(), word.meaning())).toList();
    }
}
