package network.opencharging.cli.up;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.function.Consumer;

/** Everything that must be closed, the last opened first. */
final class Opened implements AutoCloseable {
    private final Deque<Runnable> endings = new ArrayDeque<>();

    Opened() {}

    synchronized <T> T keep(T resource, Consumer<T> ending) {
        endings.push(() -> ending.accept(resource));
        return resource;
    }

    @Override
    public synchronized void close() {
        while (!endings.isEmpty()) {
            endings.pop().run();
        }
    }
}
