package network.opencharging.cpo.admin;

import network.opencharging.cpo.config.CpoUnderTest;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;

/** An operator at his API. */
public final class AdminClient {
    private static final HttpClient CLIENT = HttpClient.newHttpClient();
    private static final JsonMapper JSON = JsonMapper.builder().build();

    /** Longer than any answer may take: who hangs is found out. */
    private static final Duration PATIENCE = Duration.ofSeconds(150);

    private final String base;
    private final String key;

    private AdminClient(String base, String key) {
        this.base = base;
        this.key = key;
    }

    /** With the right key. */
    public static AdminClient of(CpoUnderTest cpo) {
        return withKey(cpo, cpo.adminKey());
    }

    /** With any key. */
    public static AdminClient withKey(CpoUnderTest cpo, String key) {
        return at(cpo.adminPort(), key);
    }

    /** What it shows. */
    public String key() {
        return key;
    }

    /** Of whoever listens at that port of this machine. */
    public static AdminClient at(int port, String key) {
        return new AdminClient("http://127.0.0.1:" + port, key);
    }

    /**
     * What came back.
     *
     * @param body missing when there was none
     */
    public record Answer(int status, JsonNode body) {}

    /** One request; the body is written with apostrophes, empty for none. */
    public Answer does(String method, String path, String body) {
        HttpRequest request =
                HttpRequest.newBuilder(URI.create(base + path))
                        .timeout(PATIENCE)
                        .header("Authorization", "Bearer " + key)
                        .header("Content-Type", "application/json")
                        .method(
                                method,
                                body.isEmpty()
                                        ? HttpRequest.BodyPublishers.noBody()
                                        : HttpRequest.BodyPublishers.ofString(
                                                body.replace('\'', '"')))
                        .build();
        try {
            HttpResponse<String> answer =
                    CLIENT.send(request, HttpResponse.BodyHandlers.ofString());
            return new Answer(answer.statusCode(), JSON.readTree(answer.body()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Reads. */
    public Answer gets(String path) {
        return does("GET", path, "");
    }
}
