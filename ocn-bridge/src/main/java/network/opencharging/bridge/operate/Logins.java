package network.opencharging.bridge.operate;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** Who has shown the operator's key, and for how long that counts. */
final class Logins {
    private static final Duration LASTS = Duration.ofHours(12);
    private static final int MOST = 1000;
    private static final int BYTES = 24;

    private final byte[] key;
    private final Clock clock;
    private final SecureRandom random;
    private final Map<String, Instant> open = new ConcurrentHashMap<>();

    Logins(String key, Clock clock, SecureRandom random) {
        this.key = key.getBytes(StandardCharsets.UTF_8);
        this.clock = clock;
        this.random = random;
    }

    boolean isKey(String shown) {
        return MessageDigest.isEqual(shown.strip().getBytes(StandardCharsets.UTF_8), key);
    }

    /** A ticket for who shows the key; empty when it is another. */
    Optional<String> enter(String shown) {
        if (!isKey(shown)) {
            return Optional.empty();
        }
        open.values().removeIf(clock.instant()::isAfter);
        if (open.size() >= MOST) {
            open.clear();
        }
        byte[] bytes = new byte[BYTES];
        random.nextBytes(bytes);
        String ticket = HexFormat.of().formatHex(bytes);
        open.put(ticket, clock.instant().plus(LASTS));
        return Optional.of(ticket);
    }

    boolean isOpen(String ticket) {
        return Optional.ofNullable(open.get(ticket)).filter(clock.instant()::isBefore).isPresent();
    }

    void leave(String ticket) {
        open.remove(ticket);
    }
}
