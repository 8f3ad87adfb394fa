package network.opencharging.tools.seam;

import java.security.SecureRandom;
import java.time.Clock;
import java.util.Base64;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;

/**
 * Where time and chance come from.
 *
 * @param clock the time
 * @param ids makes ids of messages
 * @param tokens makes tokens that nobody can guess
 * @param random for keys
 */
public record Seams(
        Clock clock, Supplier<String> ids, Supplier<String> tokens, RandomGenerator random) {
    private static final int TOKEN_BYTES = 24;

    /** The real time and real chance. */
    public static Seams real() {
        SecureRandom random = new SecureRandom();
        return new Seams(
                Clock.systemUTC(), () -> UUID.randomUUID().toString(), () -> token(random), random);
    }

    private static String token(RandomGenerator random) {
        byte[] bytes = new byte[TOKEN_BYTES];
        random.nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
