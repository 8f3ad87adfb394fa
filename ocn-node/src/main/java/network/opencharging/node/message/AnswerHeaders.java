package network.opencharging.node.message;

import network.opencharging.protocol.message.HeaderNames;
import network.opencharging.protocol.message.Headers;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.Function;

/**
 * The headers of an answer that are the parties' business (OCPI 2.2.1 §4.1.4.1, §10.2.2.2).
 *
 * @param link {@code Link}: the next page
 * @param location {@code Location}: where the new object can be read
 * @param totalCount {@code X-Total-Count}
 * @param limit {@code X-Limit}
 */
public record AnswerHeaders(
        Optional<String> link,
        Optional<String> location,
        Optional<String> totalCount,
        Optional<String> limit) {
    /** None of them. */
    public static final AnswerHeaders NONE =
            new AnswerHeaders(
                    Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());

    /** Reads them from wherever headers are found by name, without regard to case. */
    public static AnswerHeaders from(Function<String, Optional<String>> header) {
        return new AnswerHeaders(
                header.apply(HeaderNames.LINK),
                header.apply(HeaderNames.LOCATION),
                header.apply(HeaderNames.X_TOTAL_COUNT),
                header.apply(HeaderNames.X_LIMIT));
    }

    /** Hands over those that there are, with their names. */
    public void forEach(BiConsumer<String, String> header) {
        link.ifPresent(value -> header.accept(HeaderNames.LINK, value));
        location.ifPresent(value -> header.accept(HeaderNames.LOCATION, value));
        totalCount.ifPresent(value -> header.accept(HeaderNames.X_TOTAL_COUNT, value));
        limit.ifPresent(value -> header.accept(HeaderNames.X_LIMIT, value));
    }

    /** The same as headers by name. */
    public Headers toHeaders() {
        Map<String, String> headers = new HashMap<>();
        forEach(headers::put);
        return Headers.of(headers);
    }

    /** The same with another link. */
    public AnswerHeaders withLink(String other) {
        return new AnswerHeaders(Optional.of(other), location, totalCount, limit);
    }

    /** The same with another location. */
    public AnswerHeaders withLocation(String other) {
        return new AnswerHeaders(link, Optional.of(other), totalCount, limit);
    }
}
