package network.opencharging.benchmarks.load;

import java.util.Map;

/**
 * One request.
 *
 * @param method the HTTP method
 * @param path with query
 * @param headers beside Host and Content-Length
 * @param body empty when there is none
 */
public record Asked(String method, String path, Map<String, String> headers, String body) {
    /**
     * Stands once in each request, in its id: the generator puts another number there each time.
     */
    public static final String NUMBER = "000000000000";

    /** Copies the headers. */
    public Asked {
        headers = Map.copyOf(headers);
    }
}
