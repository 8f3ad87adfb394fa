package network.opencharging.bridge.api;

import com.sun.net.httpserver.HttpExchange;

import network.opencharging.protocol.json.Json;
import network.opencharging.protocol.message.Body;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Between plain HTTP and what an API is asked and answers. */
public final class ApiExchange {
    private ApiExchange() {}

    /**
     * What is asked.
     *
     * @param prefix what the path begins with
     */
    public static ApiRequest read(HttpExchange exchange, String prefix) throws IOException {
        Body sent;
        try (InputStream in = exchange.getRequestBody()) {
            sent = Body.of(in.readNBytes(ApiRequest.MAX_BODY + 1));
        }
        String path = exchange.getRequestURI().getRawPath();
        List<String> segments =
                Arrays.stream(path.substring(prefix.length()).split("/"))
                        .map(ApiExchange::decoded)
                        .toList();
        return new ApiRequest(
                exchange.getRequestMethod(),
                segments,
                query(Optional.ofNullable(exchange.getRequestURI().getRawQuery())),
                sent.size() > ApiRequest.MAX_BODY ? Optional.empty() : object(sent),
                sent);
    }

    private static Optional<Json.Obj> object(Body body) {
        return body.json()
                .optional()
                .flatMap(json ->
                        json instanceof Json.Obj found ? Optional.of(found) : Optional.empty());
    }

    private static Map<String, List<String>> query(Optional<String> raw) {
        Map<String, List<String>> parameters = new LinkedHashMap<>();
        for (String pair : raw.orElse("").split("&")) {
            int mark = pair.indexOf('=');
            String name = decoded(mark < 0 ? pair : pair.substring(0, mark));
            if (!pair.isEmpty()) {
                parameters
                        .computeIfAbsent(name, _ -> new ArrayList<>())
                        .add(mark < 0 ? "" : decoded(pair.substring(mark + 1)));
            }
        }
        return parameters;
    }

    private static String decoded(String text) {
        try {
            return URLDecoder.decode(text.replace("+", "%2B"), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            // A lone percent sign: then it stands for itself.
            return text;
        }
    }

    /** Answers with JSON. */
    public static void write(HttpExchange exchange, ApiReply reply) throws IOException {
        write(exchange, reply.status(), "application/json", reply.body().bytes());
    }

    /** Answers with anything. */
    public static void write(HttpExchange exchange, int status, String type, byte[] body)
            throws IOException {
        exchange.getResponseHeaders().set("Content-Type", type);
        exchange.getResponseHeaders().set("Cache-Control", "no-store");
        exchange.sendResponseHeaders(status, body.length == 0 ? -1 : body.length);
        try (OutputStream out = exchange.getResponseBody()) {
            out.write(body);
        }
    }
}
