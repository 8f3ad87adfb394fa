package network.opencharging.node.access;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** What may be meant by the value of an Authorization header. */
final class ShownKey {
    private ShownKey() {}

    /** Behind {@code Bearer} as it stands; behind {@code Token} as it stands or in Base64. */
    static List<String> candidates(String authorization) {
        int space = authorization.indexOf(' ');
        if (space < 0) {
            return List.of();
        }
        String shown = authorization.substring(space + 1).strip();
        return switch (authorization.substring(0, space).toLowerCase(Locale.ROOT)) {
            case "bearer" -> List.of(shown);
            case "token" -> Stream.concat(Stream.of(shown), decoded(shown).stream()).toList();
            default -> List.of();
        };
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
}
