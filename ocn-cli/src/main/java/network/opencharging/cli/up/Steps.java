package network.opencharging.cli.up;

import network.opencharging.tools.terminal.Failure;
import network.opencharging.tools.terminal.Screen;

import java.io.IOException;
import java.nio.file.Path;
import java.util.function.Function;

/**
 * The steps on the way to a network: each is told when it is done, and named when it fails.
 *
 * @param screen where
 * @param folder where the logs are
 */
record Steps(Screen screen, Path folder) {

    /** Takes a step that the reader wants to know of. */
    <T> T take(String name, Screen.Work<T> work, Function<T, String> outcome) {
        return quietly(name, () -> screen.during(name, work, outcome));
    }

    /**
     * Takes a step that is of interest only when it fails.
     *
     * @throws Failure naming the step
     */
    <T> T quietly(String name, Screen.Work<T> work) {
        try {
            return work.run();
        } catch (Failure e) {
            throw e;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw Failure.failed("%s was interrupted.".formatted(name), e);
        } catch (IOException e) {
            throw Failure.failed(
                    "%s failed: %s; the logs are in %s.".formatted(name, e.getMessage(), folder),
                    e);
        } catch (Exception e) {
            throw new IllegalStateException(name + " broke", e);
        }
    }
}
