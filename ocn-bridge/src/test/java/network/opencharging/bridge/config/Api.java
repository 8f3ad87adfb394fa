package network.opencharging.bridge.config;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;

/** The API as a backoffice asks it: each answer is its status and its body. */
record Api(int port, String key) {

    Api(int port, Path folder) {
        this(port, Folder.text(folder.resolve("data/api.key")));
    }

    String get(String path) {
        return ask("GET", path, "");
    }

    String put(String path, String body) {
        return ask("PUT", path, body);
    }

    String ask(String method, String path, String body) {
        return asked("http://127.0.0.1:%d/api/%s".formatted(port, path), key, method, body);
    }

    /** Any API that is opened by a key. */
    static String asked(String url, String key, String method, String body) {
        HttpRequest request =
                HttpRequest.newBuilder(URI.create(url))
                        .header("Authorization", "Bearer " + key)
                        .method(method, HttpRequest.BodyPublishers.ofString(body))
                        .build();
        try (HttpClient client = HttpClient.newHttpClient()) {
            HttpResponse<String> response =
                    client.send(request, HttpResponse.BodyHandlers.ofString());
            return response.statusCode() + " " + response.body();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
