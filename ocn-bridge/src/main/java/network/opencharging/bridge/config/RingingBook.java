package network.opencharging.bridge.config;

import network.opencharging.bridge.command.CommandBook;
import network.opencharging.bridge.command.PendingCommand;
import network.opencharging.bridge.model.OcpiObject;

import java.time.Instant;
import java.util.List;

/** Rings when a result is there to be told. */
record RingingBook(CommandBook book, Runnable bell) implements CommandBook {

    @Override
    public void open(PendingCommand command) {
        book.open(command);
    }

    @Override
    public void extend(String id, Instant deadline) {
        book.extend(id, deadline);
    }

    @Override
    public void forget(String id) {
        book.forget(id);
    }

    @Override
    public boolean settle(String id, OcpiObject result) {
        boolean waited = book.settle(id, result);
        bell.run();
        return waited;
    }

    @Override
    public List<PendingCommand> overdue(Instant now, int limit) {
        return book.overdue(now, limit);
    }
}
