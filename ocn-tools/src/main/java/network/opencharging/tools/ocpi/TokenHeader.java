package network.opencharging.tools.ocpi;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;

/**
 * The {@code Authorization} header: {@code Token } and the Base64 of the token's UTF-8 bytes (OCPI
 * 2.2.1 §4.1.1). A party of the test bench takes no other form, so that wrong ones are found.
 */
public final class TokenHeader {
    private static final String SCHEME = "Token ";

    private TokenHeader() {}

    /** The header's value for a token. */
    public static String write(String token) {
        return SCHEME + Base64.getEncoder().encodeToString(token.getBytes(StandardCharsets.UTF_8));
    }

    /** The token in a header's value, or empty when it has another form. */
    public static Optional<String> read(String value) {
        if (!value.startsWith(SCHEME)) {
            return Optional.empty();
        }
        try {
            byte[] decoded = Base64.getDecoder().decode(value.substring(SCHEME.length()));
            return Optional.of(new String(decoded, StandardCharsets.UTF_8));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
