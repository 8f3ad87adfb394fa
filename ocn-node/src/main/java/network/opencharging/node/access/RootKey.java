package network.opencharging.node.access;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/** The key that is set beside the database. Only its hash is kept; compared in constant time. */
public final class RootKey {
    private final byte[] hash;

    /**
     * The key.
     *
     * @param key at least 16 characters
     */
    public RootKey(String key) {
        if (key.length() < 16) {
            throw new IllegalArgumentException("the admin key must have at least 16 characters");
        }
        this.hash = hash(key);
    }

    boolean is(String shown) {
        return MessageDigest.isEqual(hash, hash(shown));
    }

    private static byte[] hash(String key) {
        try {
            return MessageDigest.getInstance("SHA-256")
                    .digest(key.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("this Java lacks SHA-256", e);
        }
    }

    @Override
    public String toString() {
        return "RootKey[hidden]";
    }
}
