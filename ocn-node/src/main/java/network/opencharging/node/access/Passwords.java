package network.opencharging.node.access;

import org.bouncycastle.crypto.generators.OpenBSDBCrypt;

import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.function.Supplier;

/**
 * Hashes passwords with bcrypt, which takes a tenth of a second on purpose. So that this cannot be
 * used to keep the node from its messages, two at a time are looked at and no more.
 */
final class Passwords {
    /** 2 to the power of this many rounds. */
    private static final int COST = 11;

    private static final int SALT_BYTES = 16;
    private static final int SHORTEST = 12;

    /** Bcrypt sees no more of it. */
    private static final int LONGEST_BYTES = 72;

    private final SecureRandom random;
    private final Semaphore atOnce = new Semaphore(2, true);

    Passwords(SecureRandom random) {
        this.random = random;
    }

    /** What is wrong with it as a password; empty when nothing is. */
    static Optional<String> objection(String password) {
        if (password.length() < SHORTEST) {
            return Optional.of("must have at least " + SHORTEST + " characters");
        }
        return password.getBytes(StandardCharsets.UTF_8).length > LONGEST_BYTES
                ? Optional.of("must have at most " + LONGEST_BYTES + " bytes")
                : Optional.empty();
    }

    String hash(String password) {
        byte[] salt = new byte[SALT_BYTES];
        random.nextBytes(salt);
        return alone(() -> OpenBSDBCrypt.generate(password.toCharArray(), salt, COST));
    }

    /** Takes as long where there is no hash, so that the time does not tell who exists. */
    boolean matches(String password, Optional<String> hash) {
        if (hash.isEmpty() || objection(password).isPresent()) {
            String _ = hash("of nobody");
            return false;
        }
        return alone(() -> OpenBSDBCrypt.checkPassword(hash.get(), password.toCharArray()));
    }

    private <T> T alone(Supplier<T> work) {
        atOnce.acquireUninterruptibly();
        try {
            return work.get();
        } finally {
            atOnce.release();
        }
    }
}
