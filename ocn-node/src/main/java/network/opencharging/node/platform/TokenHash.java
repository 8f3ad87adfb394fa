package network.opencharging.node.platform;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Objects;

/**
 * What is kept of a token that a platform shows to this node: its keyed hash, made by {@link
 * TokenVault}. Without the node's secret it neither opens a door nor can it be guessed back.
 *
 * @param hex 64 hexadecimal digits, lower case
 */
public record TokenHash(String hex) {
    /** Checks the form. */
    public TokenHash {
        if (hex.length() != 64 || !hex.chars().allMatch(TokenHash::isDigit)) {
            throw new IllegalArgumentException("token hash must be 64 hexadecimal digits");
        }
    }

    private static boolean isDigit(int c) {
        return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'f');
    }

    /** Compares in constant time. */
    @Override
    public boolean equals(Object other) {
        return other instanceof TokenHash that
                && MessageDigest.isEqual(
                        hex.getBytes(StandardCharsets.US_ASCII),
                        that.hex.getBytes(StandardCharsets.US_ASCII));
    }

    @Override
    public int hashCode() {
        return Objects.hashCode(hex);
    }
}
