package network.opencharging.node.client;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.IntPredicate;

/**
 * One request to somebody else's server.
 *
 * @param method the HTTP method, upper case
 * @param url absolute, with query, exactly as it is to be sent
 * @param headers names and values as they are to be sent
 * @param body the bytes of the body, if there is one; not copied
 * @param deadline how long the whole call may take, from name look-up to the last byte
 * @param room asked for memory for each part of the answer; where it says no the call ends
 */
public record Call(
        String method,
        String url,
        Map<String, String> headers,
        Optional<byte[]> body,
        Duration deadline,
        IntPredicate room) {

    /** Keeps the headers from changing under the call. */
    public Call {
        headers = Map.copyOf(headers);
    }

    /** Whose answer is small, or held for a moment only. */
    public Call(
            String method,
            String url,
            Map<String, String> headers,
            Optional<byte[]> body,
            Duration deadline) {
        this(method, url, headers, body, deadline, _ -> true);
    }

    /** The same with memory for its answer from there. */
    public Call within(IntPredicate space) {
        return new Call(method, url, headers, body, deadline, space);
    }

    /** The same with one header more. */
    public Call with(String name, String value) {
        Map<String, String> more = new HashMap<>(headers);
        more.put(name, value);
        return new Call(method, url, more, body, deadline, room);
    }

    /** Without the headers, one of which is a token. */
    @Override
    public String toString() {
        return method + " " + url;
    }
}
