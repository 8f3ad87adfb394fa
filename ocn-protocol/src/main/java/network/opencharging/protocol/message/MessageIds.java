package network.opencharging.protocol.message;

import java.util.Optional;
import java.util.function.Supplier;

/**
 * The two ids of a message (OCPI 2.2.1 §4.2): 1 to 255 printable ASCII characters each.
 *
 * @param requestId unique per request and hop; the answer repeats it
 * @param correlationId the same on every leg of one exchange
 */
public record MessageIds(String requestId, String correlationId) {
    private static final int MAX_LENGTH = 255;

    /**
     * Checks both.
     *
     * @throws IllegalArgumentException when one has the wrong form
     */
    public MessageIds {
        if (!isWellFormed(requestId) || !isWellFormed(correlationId)) {
            throw new IllegalArgumentException("an id has 1 to 255 printable ASCII characters");
        }
    }

    /** What came out of reading the two headers. */
    public sealed interface Reading {
        /**
         * Both ids.
         *
         * @param ids as sent, or made where the sender sent none
         * @param generated true when one was missing and made here: worth a warning, not an error
         */
        record Read(MessageIds ids, boolean generated) implements Reading {}

        /**
         * A header is there, but no id.
         *
         * @param header which
         */
        record Malformed(String header) implements Reading {
            /** One sentence that names the header and says what to do. */
            public String sentence() {
                return "Header %s must have 1 to 255 printable characters.".formatted(header);
            }
        }
    }

    /**
     * Reads both headers.
     *
     * @param fresh makes an id where one is missing
     */
    public static Reading read(Headers headers, Supplier<String> fresh) {
        Optional<String> request = headers.get(HeaderNames.X_REQUEST_ID);
        Optional<String> correlation = headers.get(HeaderNames.X_CORRELATION_ID);
        if (request.filter(id -> !isWellFormed(id)).isPresent()) {
            return new Reading.Malformed(HeaderNames.X_REQUEST_ID);
        }
        if (correlation.filter(id -> !isWellFormed(id)).isPresent()) {
            return new Reading.Malformed(HeaderNames.X_CORRELATION_ID);
        }
        return new Reading.Read(
                new MessageIds(request.orElseGet(fresh), correlation.orElseGet(fresh)),
                request.isEmpty() || correlation.isEmpty());
    }

    static boolean isWellFormed(String id) {
        boolean good = !id.isEmpty() && id.length() <= MAX_LENGTH;
        for (int i = 0; good && i < id.length(); i++) {
            good = id.charAt(i) >= 0x20 && id.charAt(i) < 0x7f;
        }
        return good;
    }

    /** The ids of the next hop: another request of the same exchange. */
    public MessageIds nextHop(Supplier<String> fresh) {
        return new MessageIds(fresh.get(), correlationId);
    }

    /** The given headers with these two set. */
    public Headers writeTo(Headers headers) {
        return headers.with(HeaderNames.X_REQUEST_ID, requestId)
                .with(HeaderNames.X_CORRELATION_ID, correlationId);
    }
}
