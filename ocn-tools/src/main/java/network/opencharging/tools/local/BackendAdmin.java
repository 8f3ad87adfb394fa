package network.opencharging.tools.local;

import network.opencharging.protocol.message.Headers;
import network.opencharging.tools.http.Answer;
import network.opencharging.tools.http.HttpCalls;
import network.opencharging.tools.http.Request;
import network.opencharging.tools.json.JsonText;

import tools.jackson.databind.JsonNode;

import java.io.IOException;
import java.net.URI;

/** Speaks to the operator's API of a charge point operator's backend. */
public final class BackendAdmin {
    private final URI api;
    private final String key;
    private final HttpCalls calls;

    BackendAdmin(URI api, String key, HttpCalls calls) {
        this.api = api;
        this.key = key;
        this.calls = calls;
    }

    /**
     * How something is.
     *
     * @param path below the API's address, without a slash at its beginning
     * @throws IOException when the backend does not answer, or there is no such thing
     */
    public JsonNode get(String path) throws IOException {
        return ask("GET", path, "");
    }

    /**
     * Writes something down.
     *
     * @return as it is now
     * @throws IOException when the backend does not answer or refuses
     */
    public JsonNode put(String path, String json) throws IOException {
        return ask("PUT", path, json);
    }

    /**
     * Has something done.
     *
     * @return what came of it
     * @throws IOException when the backend does not answer or refuses
     */
    public JsonNode post(String path, String json) throws IOException {
        return ask("POST", path, json);
    }

    private JsonNode ask(String method, String path, String body) throws IOException {
        Headers headers =
                Headers.NONE
                        .with("Authorization", "Bearer " + key)
                        .with("Content-Type", "application/json");
        URI url = api.resolve(path);
        Answer answer = calls.send(new Request(method, url, headers, body));
        if (answer.status() >= 300) {
            throw new IOException(
                    "%s %s answered %d: %s".formatted(method, url, answer.status(), answer.body()));
        }
        return JsonText.parse(answer.body())
                .orElseThrow(() -> new IOException(url + " answered no JSON"));
    }
}
