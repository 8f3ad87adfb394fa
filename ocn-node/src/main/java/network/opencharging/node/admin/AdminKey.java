package network.opencharging.node.admin;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.Optional;

/** The key to the operator's API. Only its hash is kept; it is compared in constant time. */
public final class AdminKey {
    private final byte[] hash;

    /**
     * The key.
     *
     * @param key at least 16 characters
     */
    public AdminKey(String key) {
        if (key.length() < 16) {
            throw new IllegalArgumentException("the admin key must have at least 16 characters");
        }
        this.hash = hash(key);
    }

    /**
     * True when the value of an Authorization header shows this key: behind {@code Token}, plain or
     * in Base64, or behind {@code Bearer}.
     */
    public boolean opens(String authorization) {
        int space = authorization.indexOf(' ');
        if (space < 0) {
            return false;
        }
        String scheme = authorization.substring(0, space);
        String shown = authorization.substring(space + 1).strip();
        return switch (scheme.toLowerCase(java.util.Locale.ROOT)) {
            case "bearer" -> isKey(shown);
            case "token" -> isKey(shown) || decoded(shown).filter(this::isKey).isPresent();
            default -> false;
        };
    }

    private boolean isKey(String shown) {
        return MessageDigest.isEqual(hash, hash(shown));
    }

    private static Optional<String> decoded(String shown) {
        try {
            return Optional.of(
                    new String(Base64.getDecoder().decode(shown), StandardCharsets.UTF_8));
        } catch (IllegalArgumentException e) {
            // Not Base64: then it was meant as it stands.
            return Optional.empty();
        }
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
        return "AdminKey[hidden]";
    }
}
