package network.opencharging.cpo.emsp;

import com.sun.net.httpserver.HttpExchange;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;

/**
 * What a hub says of itself while somebody registers with it.
 *
 * @param base where it is
 */
record HubPages(String base) {
    static final String VERSIONS = "/ocpi/versions";
    static final String CREDENTIALS = "/ocpi/2.2.1/credentials";
    static final String RECEIVER = "/ocpi/receiver/2.2.1/";
    static final String SENDER = "/ocpi/sender/2.2.1/";
    private static final List<String> KEPT = List.of("locations", "sessions", "cdrs", "tariffs");

    /** A page of the registration; an empty list where there is none. */
    String of(String path) {
        return switch (path) {
            case VERSIONS -> "[{\"version\":\"2.2.1\",\"url\":\"%s/ocpi/2.2.1\"}]".formatted(base);
            case "/ocpi/2.2.1" -> details();
            case CREDENTIALS ->
                    "{\"token\":\"token-c\",\"url\":\"%s%s\",\"roles\":[]}"
                            .formatted(base, VERSIONS);
            default -> "[]";
        };
    }

    private String details() {
        StringBuilder endpoints = new StringBuilder();
        for (String module : KEPT) {
            endpoints.append(',').append(endpoint(module, "RECEIVER", RECEIVER + module));
        }
        return "{\"version\":\"2.2.1\",\"endpoints\":[%s,%s%s]}"
                .formatted(
                        endpoint("credentials", "SENDER", CREDENTIALS),
                        endpoint("tokens", "SENDER", SENDER + "tokens"),
                        endpoints);
    }

    private String endpoint(String module, String role, String path) {
        return "{\"identifier\":\"%s\",\"role\":\"%s\",\"url\":\"%s%s\"}"
                .formatted(module, role, base, path);
    }

    static String envelope(int code, String data) {
        return "{\"status_code\":%d,\"data\":%s,\"timestamp\":\"%s\"}"
                .formatted(code, data, Instant.now());
    }

    static void write(HttpExchange exchange, int status, String text) throws IOException {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Content-Type", "application/json");
        exchange.sendResponseHeaders(status, bytes.length);
        exchange.getResponseBody().write(bytes);
    }
}
