package network.opencharging.bridge.call;

import network.opencharging.protocol.message.Headers;

import java.time.Duration;
import java.util.Optional;

/** How long somebody asks to be left alone (RFC 9110 §10.2.3); only seconds are understood. */
final class RetryAfter {
    private RetryAfter() {}

    static Optional<Duration> of(Headers headers) {
        return headers.get("Retry-After")
                .filter(text -> text.matches("[0-9]{1,6}"))
                .map(text -> Duration.ofSeconds(Long.parseLong(text)));
    }
}
