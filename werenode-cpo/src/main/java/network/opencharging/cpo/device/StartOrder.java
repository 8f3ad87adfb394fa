package network.opencharging.cpo.device;

import network.opencharging.bridge.unit.Watts;

import java.util.Optional;

/**
 * Energy for one session.
 *
 * @param session the session's own name; the device gives it back with what it tells
 * @param token who charges, as the device shows and sends it: 1 to 20 characters, as 1.6 bears
 * @param limit the most that may flow; empty: whatever the device can
 */
public record StartOrder(String session, String token, Optional<Watts> limit) {
    private static final int LONGEST_TOKEN = 20;
    private static final int LONGEST_SESSION = 64;

    /**
     * Checks the lengths.
     *
     * @throws IllegalArgumentException naming the field
     */
    public StartOrder {
        if (session.isEmpty() || session.length() > LONGEST_SESSION) {
            throw new IllegalArgumentException("session must have 1 to 64 characters");
        }
        if (token.isEmpty() || token.length() > LONGEST_TOKEN) {
            throw new IllegalArgumentException("token must have 1 to 20 characters");
        }
    }
}
