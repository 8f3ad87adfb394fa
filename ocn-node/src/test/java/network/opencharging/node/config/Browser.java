package network.opencharging.node.config;

import network.opencharging.protocol.json.Json;
import network.opencharging.protocol.json.JsonReader;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.stream.Collectors;

/** Somebody with a browser: it keeps one cookie and follows nothing by itself. */
final class Browser implements AutoCloseable {
    private final HttpClient http = HttpClient.newHttpClient();
    private final String node;
    private String cookie = "";

    Browser(RunningNode node) {
        this.node = node.url();
    }

    HttpResponse<String> get(String path) {
        return send("GET", path, Map.of("Accept", "text/html"), "");
    }

    /** Fills in the form. */
    HttpResponse<String> signIn(String name, String password, String next) {
        String form =
                Map.of("name", name, "password", password, "next", next).entrySet().stream()
                        .map(field ->
                                field.getKey()
                                        + "="
                                        + URLEncoder.encode(
                                                field.getValue(), StandardCharsets.UTF_8))
                        .collect(Collectors.joining("&"));
        return send(
                "POST",
                "/admin/login",
                Map.of("Content-Type", "application/x-www-form-urlencoded"),
                form);
    }

    /** What a page does when it changes something. */
    HttpResponse<String> change(String method, String path, String proof, String body) {
        return send(
                method,
                path,
                proof.isEmpty()
                        ? Map.of("Content-Type", "application/json")
                        : Map.of("Content-Type", "application/json", "X-CSRF-Token", proof),
                body);
    }

    /** The proof of its session. */
    String proof() {
        return session().textOf("csrf").orElseThrow();
    }

    Json.Obj session() {
        return (Json.Obj) JsonReader.standard().read(get("/admin/session").body()).orThrow();
    }

    /** The cookie whole, as the node set it. */
    String cookie() {
        return cookie;
    }

    /** Another browser shows the same cookie. */
    void showing(String other) {
        cookie = other;
    }

    private HttpResponse<String> send(
            String method, String path, Map<String, String> headers, String body) {
        HttpRequest.Builder request =
                HttpRequest.newBuilder(URI.create(node + path))
                        .method(method, BodyPublishers.ofString(body));
        headers.forEach(request::header);
        if (!cookie.isEmpty()) {
            request.header("Cookie", cookie.split(";", 2)[0]);
        }
        try {
            HttpResponse<String> answer = http.send(request.build(), BodyHandlers.ofString());
            answer.headers().firstValue("Set-Cookie").ifPresent(set -> cookie = set);
            return answer;
        } catch (IOException | InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    @Override
    public void close() {
        http.close();
    }
}
