package network.opencharging.bridge.http;

import network.opencharging.bridge.command.CommandBook;
import network.opencharging.bridge.command.PendingCommand;
import network.opencharging.bridge.model.OcpiObject;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** Commands that wait, in a map. */
final class MemoryCommands implements CommandBook {
    final Map<String, PendingCommand> waiting = new ConcurrentHashMap<>();
    final Map<String, Instant> deadlines = new ConcurrentHashMap<>();

    @Override
    public void open(PendingCommand command) {
        waiting.put(command.id(), command);
    }

    @Override
    public void extend(String id, Instant deadline) {
        deadlines.put(id, deadline);
    }

    @Override
    public void forget(String id) {
        waiting.remove(id);
    }

    @Override
    public boolean settle(String id, OcpiObject result) {
        return Optional.ofNullable(waiting.remove(id)).isPresent();
    }

    @Override
    public List<PendingCommand> overdue(Instant now, int limit) {
        return List.copyOf(waiting.values());
    }
}
