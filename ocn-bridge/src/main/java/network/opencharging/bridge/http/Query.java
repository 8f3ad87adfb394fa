package network.opencharging.bridge.http;

import org.jspecify.annotations.Nullable;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;

/** The parameters of a URL. */
final class Query {
    private Query() {}

    /** Names and values, decoded, in their order; empty when a name is repeated. */
    static Optional<Map<String, String>> parse(@Nullable String raw) {
        SequencedMap<String, String> parameters = new LinkedHashMap<>();
        if (raw != null) {
            for (String pair : raw.split("&")) {
                int mark = pair.indexOf('=');
                if (mark > 0
                        && parameters.putIfAbsent(
                                        decoded(pair.substring(0, mark)),
                                        decoded(pair.substring(mark + 1)))
                                != null) {
                    return Optional.empty();
                }
            }
        }
        return Optional.of(Collections.unmodifiableSequencedMap(parameters));
    }

    private static String decoded(String text) {
        try {
            return URLDecoder.decode(text, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            // A lone percent sign: then it stands for itself.
            return text;
        }
    }
}
