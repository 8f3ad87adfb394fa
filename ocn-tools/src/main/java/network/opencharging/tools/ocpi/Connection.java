package network.opencharging.tools.ocpi;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The one registration of this platform with a hub (OCPI 2.2.1 §7): which tokens the hub may
 * present, and what is known of the hub.
 */
public final class Connection {

    /** What the bearer of a token may do. */
    public enum Access {
        /** Nothing: the token is unknown. */
        NONE,
        /** Token A: versions and credentials, nothing else. */
        REGISTRATION,
        /** Everything. */
        FULL
    }

    private final List<String> invitations = new ArrayList<>();
    private final List<String> accepted = new ArrayList<>();
    private Optional<Peer> peer = Optional.empty();

    /** A connection to nobody. */
    public Connection() {}

    /** Lets a hub register with this token A. */
    public synchronized void invite(String tokenA) {
        invitations.add(tokenA);
    }

    /** Accepts a token that the hub is about to learn; what it had before stays valid. */
    public synchronized void announce(String token) {
        accepted.add(token);
    }

    /** The registration is complete: only the newest token counts from now on. */
    public synchronized void registered(String token, Peer hub) {
        invitations.clear();
        accepted.clear();
        accepted.add(token);
        peer = Optional.of(hub);
    }

    /**
     * A token was renewed: the old one stays valid until the hub presents the new one, because the
     * answer that carries it may get lost.
     */
    public synchronized void renewed(String token, Peer hub) {
        accepted.add(token);
        peer = Optional.of(hub);
    }

    /** An attempt to register failed: the token that was announced is void. */
    public synchronized void withdraw(String token) {
        accepted.remove(token);
    }

    /** Forgets the hub. */
    public synchronized void end() {
        accepted.clear();
        peer = Optional.empty();
    }

    /** What the bearer of this token may do. */
    public synchronized Access access(String token) {
        if (accepted.stream().anyMatch(known -> same(known, token))) {
            if (same(accepted.getLast(), token)) {
                accepted.removeIf(known -> !same(known, token));
            }
            return Access.FULL;
        }
        boolean invited = invitations.stream().anyMatch(known -> same(known, token));
        return invited ? Access.REGISTRATION : Access.NONE;
    }

    /** The hub, or empty while nobody is registered. */
    public synchronized Optional<Peer> peer() {
        return peer;
    }

    /** The token that the hub presents to us now; empty while nobody is registered. */
    public synchronized Optional<String> token() {
        return accepted.isEmpty() ? Optional.empty() : Optional.of(accepted.getLast());
    }

    private static boolean same(String known, String token) {
        return MessageDigest.isEqual(
                known.getBytes(StandardCharsets.UTF_8), token.getBytes(StandardCharsets.UTF_8));
    }
}
