package network.opencharging.cli;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** Answers as a node does: versions, credentials, administration. */
final class FakeNode implements AutoCloseable {
    static final String ADMIN_KEY = "the-admin-key";

    private final HttpServer server;
    private final List<String> seen = new CopyOnWriteArrayList<>();
    private String token = "token-a";
    private int renewed;

    FakeNode() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/ocpi/", this::ocpi);
        server.createContext("/admin/", this::admin);
        server.start();
    }

    String url() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    /** What was asked: method, path, body. */
    List<String> seen() {
        return seen;
    }

    private void ocpi(HttpExchange exchange) throws IOException {
        remember(exchange);
        String expected =
                "Token "
                        + Base64.getEncoder()
                                .encodeToString(token.getBytes(StandardCharsets.UTF_8));
        if (!expected.equals(exchange.getRequestHeaders().getFirst("Authorization"))) {
            answer(exchange, 401, "{\"status_code\":2002,\"status_message\":\"who are you?\"}");
            return;
        }
        String path = exchange.getRequestURI().getPath();
        String data =
                switch (path) {
                    case "/ocpi/versions" ->
                            "[{\"version\":\"2.2.1\",\"url\":\"%s/ocpi/2.2.1\"}]".formatted(url());
                    case "/ocpi/2.2.1" ->
                            "{\"endpoints\":[{\"identifier\":\"credentials\",\"url\":\"%s/ocpi/credentials\"}]}"
                                    .formatted(url());
                    default -> credentials(exchange.getRequestMethod());
                };
        answer(exchange, 200, "{\"status_code\":1000,\"data\":" + data + "}");
    }

    private String credentials(String method) {
        if (!method.equals("DELETE")) {
            renewed++;
            token = "token-c-" + renewed;
        }
        return "{\"token\":\"%s\",\"url\":\"%s/ocpi/versions\",\"roles\":[]}"
                .formatted(token, url());
    }

    private void admin(HttpExchange exchange) throws IOException {
        remember(exchange);
        if (!("Token " + ADMIN_KEY)
                .equals(exchange.getRequestHeaders().getFirst("Authorization"))) {
            answer(exchange, 401, "{}");
            return;
        }
        String platform =
                "{\"id\":\"p-1\",\"status\":\"CONNECTED\",\"roles\":[{\"country_code\":\"DE\",\"party_id\":\"ALC\",\"role\":\"CPO\"}],"
                        + "\"token\":\"token-a\",\"versions_url\":\"%s/ocpi/versions\"}"
                                .formatted(url());
        String said =
                switch (exchange.getRequestMethod() + " " + exchange.getRequestURI().getPath()) {
                    case "GET /admin/platforms" -> "[" + platform + "]";
                    case "GET /admin/address" -> address();
                    default -> platform;
                };
        answer(exchange, 200, said);
    }

    private String address() {
        return """
        {"url":"%s","others":[
         {"platform":"p-1","told":"http://old.example","problem":"It answered 500."},
         {"platform":"p-2","told":"http://old.example"}]}
        """
                .formatted(url());
    }

    private void remember(HttpExchange exchange) throws IOException {
        String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        seen.add("%s %s %s".formatted(exchange.getRequestMethod(), exchange.getRequestURI(), body));
    }

    private static void answer(HttpExchange exchange, int status, String text) throws IOException {
        byte[] body = text.getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(status, body.length);
        exchange.getResponseBody().write(body);
        exchange.close();
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
