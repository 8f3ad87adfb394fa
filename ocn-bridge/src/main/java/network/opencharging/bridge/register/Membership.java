package network.opencharging.bridge.register;

import network.opencharging.bridge.call.Connection;
import network.opencharging.protocol.message.CredentialsToken;

import java.util.List;
import java.util.Optional;

/**
 * The present registration, in memory and in the store. Whoever changes it holds it while doing so:
 * two handshakes at once would leave each other's tokens behind.
 */
public final class Membership {
    private final RegistrationStore store;
    private volatile Registration present = Registration.none();

    /** A membership that is kept in this store; nothing is read yet. */
    public Membership(RegistrationStore store) {
        this.store = store;
    }

    /** Reads what was kept. */
    public synchronized void open() {
        present = store.load();
    }

    /** Whether a hub may show this token. */
    public boolean accepts(CredentialsToken token) {
        return present.accepts(token);
    }

    /** How the hub is spoken to; empty until the handshake is done. */
    public Optional<Connection> connection() {
        return present.hub().map(Registration.Hub::connection);
    }

    Registration present() {
        return present;
    }

    /** Stored first: a token that was given away must be known after a crash. */
    synchronized void become(Registration next) {
        store.save(next);
        present = next;
    }

    /** Another token opens the door too, until the hub shows that it has it. */
    synchronized void promise(CredentialsToken token) {
        List<CredentialsToken> both =
                present.accepted().isEmpty()
                        ? List.of(token)
                        : List.of(token, present.accepted().getFirst());
        become(new Registration(both, present.hub()));
    }

    /** The promised token is not given away after all. */
    synchronized void withdraw(CredentialsToken token) {
        List<CredentialsToken> rest =
                present.accepted().stream().filter(known -> !known.equals(token)).toList();
        become(new Registration(rest, present.hub()));
    }
}
