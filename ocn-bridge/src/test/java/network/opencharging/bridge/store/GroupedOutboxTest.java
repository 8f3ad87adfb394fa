package network.opencharging.bridge.store;

import network.opencharging.bridge.deliver.OutboxStore;
import network.opencharging.bridge.deliver.OutboxStoreContract;
import network.opencharging.bridge.deliver.OutboxWatch;

import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Path;

/** An outbox that writes for many at once keeps every promise of an outbox. */
class GroupedOutboxTest extends OutboxStoreContract {
    @TempDir private Path folder = Path.of("");

    @Override
    protected OutboxStore opened() {
        return grouped(Database.h2(folder).emptied());
    }

    @Override
    protected OutboxWatch watch() {
        return Database.h2(folder).watch();
    }

    @Override
    protected OutboxStore reopened() {
        return grouped(Database.h2(folder));
    }

    private static OutboxStore grouped(Database database) {
        return new GroupedOutbox(database.outbox(), database.transactions());
    }
}
