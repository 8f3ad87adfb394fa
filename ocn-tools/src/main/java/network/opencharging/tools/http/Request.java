package network.opencharging.tools.http;

import network.opencharging.protocol.message.Headers;

import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * A request, sent or received.
 *
 * @param method in upper case
 * @param target for a request to send the whole address, for a received one path and query
 * @param headers all headers
 * @param body the body as UTF-8 text, empty when there is none
 */
public record Request(String method, URI target, Headers headers, String body) {

    /** The path, decoded, without the query. */
    public String path() {
        return Objects.requireNonNullElse(target.getPath(), "");
    }

    /** Method, path and query. */
    public String line() {
        String query = target.getRawQuery();
        return method + " " + path() + (query == null ? "" : "?" + query);
    }

    /** The segments of the path, each decoded on its own; empty ones are left out. */
    public List<String> segments() {
        return Arrays.stream(Objects.requireNonNullElse(target.getRawPath(), "").split("/"))
                .filter(segment -> !segment.isEmpty())
                .map(segment -> decode(segment.replace("+", "%2B")))
                .toList();
    }

    /** The query's parameters in their order; the last value of a repeated one counts. */
    public Map<String, String> query() {
        Map<String, String> parameters = new LinkedHashMap<>();
        String raw = Objects.requireNonNullElse(target.getRawQuery(), "");
        for (String pair : raw.split("&")) {
            int equals = pair.indexOf('=');
            if (equals > 0) {
                parameters.put(
                        decode(pair.substring(0, equals)), decode(pair.substring(equals + 1)));
            }
        }
        return parameters;
    }

    private static String decode(String text) {
        return URLDecoder.decode(text, StandardCharsets.UTF_8);
    }
}
