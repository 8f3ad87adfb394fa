package network.opencharging.tools.ocpi;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.Optional;

/**
 * Which part of a list is asked for (OCPI 2.2.1 §4.1.4.1).
 *
 * @param from only objects updated then or later
 * @param to only objects updated earlier
 * @param offset how many to leave out
 * @param limit how many at most
 */
public record PageQuery(Instant from, Instant to, int offset, int limit) {

    /**
     * From the parameters of a request.
     *
     * @param largest how many objects the server gives at most
     * @return empty when a parameter has the wrong form
     */
    public static Optional<PageQuery> read(Map<String, String> query, int largest) {
        try {
            int offset = Integer.parseInt(query.getOrDefault("offset", "0"));
            int limit = Integer.parseInt(query.getOrDefault("limit", String.valueOf(largest)));
            if (offset < 0 || limit < 1) {
                return Optional.empty();
            }
            return Optional.of(
                    new PageQuery(
                            instant(query.getOrDefault("date_from", Instant.EPOCH.toString())),
                            instant(query.getOrDefault("date_to", "9999-01-01T00:00:00Z")),
                            offset,
                            Math.min(limit, largest)));
        } catch (NumberFormatException | DateTimeException e) {
            return Optional.empty();
        }
    }

    /** An OCPI DateTime (§16.2): UTC, with or without {@code Z}. */
    public static Instant instant(String text) {
        return text.endsWith("Z")
                ? Instant.parse(text)
                : LocalDateTime.parse(text).toInstant(ZoneOffset.UTC);
    }
}
