package network.opencharging.bridge.call;

import network.opencharging.protocol.message.Headers;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.Optional;

/**
 * How long somebody asks to be left alone (RFC 9110 §10.2.3): seconds, or a date, which is held
 * against the date of the answer: clocks differ.
 */
final class RetryAfter {
    private RetryAfter() {}

    static Optional<Duration> of(Headers headers) {
        Optional<String> wish = headers.get("Retry-After").map(String::strip);
        Optional<Duration> seconds =
                wish.filter(text -> text.matches("[0-9]{1,6}"))
                        .map(text -> Duration.ofSeconds(Long.parseLong(text)));
        return seconds.or(() ->
                wish.flatMap(RetryAfter::date)
                        .flatMap(until ->
                                headers.get("Date")
                                        .flatMap(RetryAfter::date)
                                        .map(now -> Duration.between(now, until)))
                        .filter(Duration::isPositive));
    }

    private static Optional<Instant> date(String text) {
        try {
            return Optional.of(Instant.from(DateTimeFormatter.RFC_1123_DATE_TIME.parse(text)));
        } catch (DateTimeException e) {
            // Neither seconds nor a date: then nothing was asked for.
            return Optional.empty();
        }
    }
}
