package network.opencharging.tools.watch;

import network.opencharging.protocol.json.Json;
import network.opencharging.protocol.json.JsonReader;
import network.opencharging.protocol.message.Headers;
import network.opencharging.tools.http.Answer;
import network.opencharging.tools.http.HttpCalls;
import network.opencharging.tools.http.Request;
import network.opencharging.tools.terminal.Printable;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.util.List;
import java.util.Optional;

/**
 * A node whose operator let us look into its log of messages (docs/admin-api.md).
 *
 * @param url where it answers, without a slash at the end
 * @param key its admin key
 */
record Watched(URI url, String key) {
    /** A node as people call it. */
    String name() {
        return url.getAuthority();
    }

    /** What it passes from now on, as server-sent events, without end. */
    InputStream live(HttpCalls calls) throws IOException {
        return calls.open(request("/admin/live"));
    }

    /**
     * Messages of its log, the newest first.
     *
     * @param query as the address wants it, without the question mark
     * @throws IOException saying why there is no answer that can be used
     */
    List<Passing> messages(HttpCalls calls, String query) throws IOException {
        return get(calls, "/admin/messages?" + query)
                .member("messages")
                .filter(Json.Arr.class::isInstance)
                .map(list -> ((Json.Arr) list).items())
                .orElse(List.of())
                .stream()
                .flatMap(item -> Passing.of(item).stream())
                .toList();
    }

    /** One message with its steps; empty when the log has it no more. */
    Optional<Passing> message(HttpCalls calls, String id) throws IOException {
        Answer answer = calls.send(request("/admin/messages/" + id));
        return answer.status() == 404 ? Optional.empty() : Passing.of(object(answer));
    }

    private Json.Obj get(HttpCalls calls, String path) throws IOException {
        return object(calls.send(request(path)));
    }

    private Request request(String path) {
        return new Request(
                "GET",
                URI.create(url + path),
                Headers.NONE.with("Authorization", "Token " + key),
                "");
    }

    private static Json.Obj object(Answer answer) throws IOException {
        if (answer.status() == 401) {
            throw new IOException("it does not accept this admin key");
        }
        if (answer.status() != 200) {
            throw new IOException(
                    "the answer is HTTP %d: %s"
                            .formatted(answer.status(), shortened(answer.body())));
        }
        return JsonReader.standard()
                .read(answer.body())
                .optional()
                .filter(Json.Obj.class::isInstance)
                .map(Json.Obj.class::cast)
                .orElseThrow(() -> new IOException("the answer is none of a node"));
    }

    private static String shortened(String text) {
        String line = Printable.of(text);
        return line.length() <= 200 ? line : line.substring(0, 200) + "…";
    }
}
