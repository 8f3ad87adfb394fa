package network.opencharging.node.access;

import network.opencharging.node.platform.TokenHash;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A person or a program that may administer the node, as it is stored: no secret of it is.
 *
 * @param name 1 to 64 characters of {@code a-z 0-9 . _ @ -}
 * @param key its key, hashed with the node's secret, where it has one
 * @param password its password, hashed with bcrypt, where it has one
 * @param since when it was changed last; sessions that are older have ended
 * @param by who changed it
 */
public record Person(
        String name, Optional<TokenHash> key, Optional<String> password, Instant since, String by) {
    private static final Pattern NAME = Pattern.compile("[a-z0-9][a-z0-9._@-]{0,63}");

    /** Checks the name; keeps milliseconds. */
    public Person {
        if (!isName(name)) {
            throw new IllegalArgumentException("the name of an administrator has another form");
        }
        since = since.truncatedTo(ChronoUnit.MILLIS);
    }

    /** Whether somebody can be called so. */
    public static boolean isName(String text) {
        return NAME.matcher(text).matches();
    }

    /** Never the hashes. */
    @Override
    public String toString() {
        return "Person[" + name + "]";
    }
}
