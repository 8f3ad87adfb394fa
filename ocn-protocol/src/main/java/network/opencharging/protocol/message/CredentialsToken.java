package network.opencharging.protocol.message;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;

/**
 * The secret one platform shows to another (OCPI 2.2.1 §7.3.1: {@code Credentials.token}): 1 to 64
 * printable ASCII characters without space; 255 are accepted. It is never shown by {@link
 * #toString} and compared in constant time.
 */
public final class CredentialsToken {
    private static final String SCHEME = "Token";
    private static final int MAX_LENGTH = 255;

    private final String value;

    private CredentialsToken(String value) {
        this.value = value;
    }

    /** How a token stands in the header. */
    public enum Encoding {
        /** Base64 of the token, as OCPI 2.2-d2 and 2.2.1 say. */
        BASE64,
        /** The token itself, as OCPI 2.1.1 and 2.2 say and some still do. */
        RAW
    }

    /**
     * A token that may be meant by a header.
     *
     * @param token the token
     * @param encoding how it would have been written
     */
    public record Candidate(CredentialsToken token, Encoding encoding) {}

    /** The token with this value; empty when it has the wrong form. */
    public static Optional<CredentialsToken> of(String value) {
        boolean wellFormed =
                !value.isEmpty()
                        && value.length() <= MAX_LENGTH
                        && value.chars().allMatch(c -> c > 0x20 && c < 0x7f);
        return wellFormed ? Optional.of(new CredentialsToken(value)) : Optional.empty();
    }

    /**
     * The tokens that the value of an {@code Authorization} header may mean, in the order in which
     * they are to be looked up: decoded from Base64, decoded without the newline that copied shell
     * commands leave at the end, and as it stands. The word {@code Token} may be missing.
     */
    public static List<Candidate> candidates(String header) {
        String text = header.strip();
        int space = text.lastIndexOf(' ');
        String scheme = space < 0 ? SCHEME : text.substring(0, space).strip();
        if (!scheme.equalsIgnoreCase(SCHEME)) {
            return List.of();
        }
        String written = text.substring(space + 1);
        List<Candidate> found = new ArrayList<>();
        decoded(written)
                .map(plain -> plain.endsWith("\n") ? plain.substring(0, plain.length() - 1) : plain)
                .flatMap(CredentialsToken::of)
                .ifPresent(token -> found.add(new Candidate(token, Encoding.BASE64)));
        of(written).ifPresent(token -> found.add(new Candidate(token, Encoding.RAW)));
        return List.copyOf(found);
    }

    private static Optional<String> decoded(String written) {
        try {
            return Optional.of(
                    new String(Base64.getDecoder().decode(written), StandardCharsets.UTF_8));
        } catch (IllegalArgumentException e) {
            // Not Base64: then it is the token itself.
            return Optional.empty();
        }
    }

    /** The value of an {@code Authorization} header. */
    public String header(Encoding encoding) {
        String written =
                switch (encoding) {
                    case RAW -> value;
                    case BASE64 ->
                            Base64.getEncoder()
                                    .encodeToString(value.getBytes(StandardCharsets.UTF_8));
                };
        return SCHEME + " " + written;
    }

    /** The secret itself: for hashing, for encryption and for {@code Credentials.token} only. */
    public String reveal() {
        return value;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof CredentialsToken token
                && MessageDigest.isEqual(
                        value.getBytes(StandardCharsets.UTF_8),
                        token.value.getBytes(StandardCharsets.UTF_8));
    }

    @Override
    public int hashCode() {
        return value.hashCode();
    }

    @Override
    public String toString() {
        return "CredentialsToken(hidden)";
    }
}
