package network.opencharging.bridge.config;

import network.opencharging.bridge.complaint.ComplaintBook;
import network.opencharging.bridge.register.Listing;
import network.opencharging.bridge.register.Membership;
import network.opencharging.bridge.store.JdbcCommands;
import network.opencharging.bridge.store.JdbcComplaints;
import network.opencharging.bridge.store.JdbcCursors;
import network.opencharging.bridge.store.JdbcGiven;
import network.opencharging.bridge.store.JdbcJournal;
import network.opencharging.bridge.store.JdbcOutbox;
import network.opencharging.bridge.store.JdbcOutboxWatch;
import network.opencharging.bridge.store.JdbcRegistration;
import network.opencharging.bridge.store.JdbcShelf;
import network.opencharging.bridge.store.Seal;
import network.opencharging.registry.directory.Directory;

import java.security.SecureRandom;
import java.time.Clock;

/**
 * What a bridge stands on.
 *
 * @param database what is kept
 * @param directory the registry
 * @param listing whether the registry leads here
 * @param folder files and secrets
 * @param clock the time
 * @param random chance
 */
record Ground(
        BridgeDatabase database,
        Directory directory,
        Listing listing,
        Folder folder,
        Clock clock,
        SecureRandom random) {
    private static final ComplaintBook.Bounds COMPLAINTS = new ComplaintBook.Bounds(10_000, 20);

    JdbcOutbox outbox() {
        return new JdbcOutbox(database.operations(), database.transactions(), database.ids());
    }

    JdbcOutboxWatch watch() {
        return new JdbcOutboxWatch(database.operations());
    }

    JdbcComplaints complaints() {
        return new JdbcComplaints(database.client(), COMPLAINTS);
    }

    JdbcJournal journal() {
        return new JdbcJournal(database.operations());
    }

    JdbcCommands commands() {
        return new JdbcCommands(database.client(), database.transactions(), outbox(), clock);
    }

    JdbcGiven given() {
        return new JdbcGiven(database.client(), database.transactions());
    }

    JdbcCursors cursors() {
        return new JdbcCursors(database.client());
    }

    JdbcShelf shelf() {
        return new JdbcShelf(
                database.operations(), database.transactions(), Thread::startVirtualThread);
    }

    Membership membership() {
        byte[] secret = folder.bytes("bridge.secret");
        Membership membership =
                new Membership(new JdbcRegistration(database.client(), new Seal(secret, random)));
        membership.open();
        return membership;
    }
}
