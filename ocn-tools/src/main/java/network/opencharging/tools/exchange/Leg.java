package network.opencharging.tools.exchange;

import network.opencharging.protocol.message.Headers;

/**
 * One direction of an exchange.
 *
 * @param line {@code GET /path?query} for a request, {@code 200 1000} (HTTP and OCPI status) for an
 *     answer
 * @param headers without {@code Authorization}
 * @param body the body, empty where it may carry a token of the credentials module
 * @param verdict on the signature
 */
public record Leg(String line, Headers headers, String body, Verdict verdict) {
    /** Takes the token out: what is remembered may be printed. */
    public Leg {
        headers = headers.without("Authorization");
    }
}
