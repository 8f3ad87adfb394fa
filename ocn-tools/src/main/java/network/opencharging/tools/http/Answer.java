package network.opencharging.tools.http;

import network.opencharging.protocol.message.Headers;

/**
 * The answer to a request.
 *
 * @param status the HTTP status
 * @param headers all headers
 * @param body the body as UTF-8 text, empty when there is none
 * @param afterwards what the server does once the answer is on the wire
 */
public record Answer(int status, Headers headers, String body, Runnable afterwards) {

    /** An answer after which nothing more happens. */
    public static Answer of(int status, Headers headers, String body) {
        return new Answer(status, headers, body, () -> {});
    }

    /** An answer with a line of plain text. */
    public static Answer text(int status, String line) {
        return of(status, Headers.NONE.with("Content-Type", "text/plain; charset=utf-8"), line);
    }
}
