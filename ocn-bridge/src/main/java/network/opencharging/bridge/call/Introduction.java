package network.opencharging.bridge.call;

import network.opencharging.protocol.json.Json;
import network.opencharging.protocol.message.Body;
import network.opencharging.protocol.message.CredentialsToken;
import network.opencharging.protocol.message.HeaderNames;
import network.opencharging.protocol.message.Headers;
import network.opencharging.protocol.message.MessageIds;
import network.opencharging.protocol.route.HttpMethod;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Supplier;

/** Questions between platforms, not parties: versions and credentials (OCPI 2.2.1 §6 and §7). */
public final class Introduction {
    private static final long MAX_BODY = 1 << 20;

    private final HttpClient http;
    private final Supplier<String> ids;
    private final Duration patience;

    /**
     * Questions over this client.
     *
     * @param http a client that follows no redirects
     * @param ids makes the ids of each request
     * @param patience how long an answer may take
     */
    public Introduction(HttpClient http, Supplier<String> ids, Duration patience) {
        this.http = http;
        this.ids = ids;
        this.patience = patience;
    }

    /**
     * Who asks.
     *
     * @param token the token to be shown
     * @param encoding how it is written
     */
    public record Shown(CredentialsToken token, CredentialsToken.Encoding encoding) {}

    /** Asks, and reads the data of a good answer. */
    public Answered<Optional<Json>> ask(
            HttpMethod method, URI url, Shown shown, Optional<Json> body) {
        Headers headers =
                new MessageIds(ids.get(), ids.get())
                        .writeTo(Headers.NONE)
                        .with(HeaderNames.AUTHORIZATION, shown.token().header(shown.encoding()));
        HttpRequest.Builder request =
                HttpRequest.newBuilder(url)
                        .timeout(patience)
                        .method(
                                method.name(),
                                body.map(Json::bytes)
                                        .map(HttpRequest.BodyPublishers::ofByteArray)
                                        .orElseGet(HttpRequest.BodyPublishers::noBody));
        if (body.isPresent()) {
            headers = headers.with(HeaderNames.CONTENT_TYPE, "application/json");
        }
        headers.asMap().forEach(request::header);
        try {
            HttpResponse<byte[]> response =
                    Timely.send(
                            http,
                            request.build(),
                            BodyHandlers.limiting(BodyHandlers.ofByteArray(), MAX_BODY));
            return Replies.read(
                    response.statusCode(),
                    Headers.ofMany(response.headers().map()),
                    Body.of(response.body()));
        } catch (IOException e) {
            return new Answered.Unreachable<>(
                    e.getClass().getSimpleName()
                            + (e.getMessage() == null ? "" : ": " + e.getMessage()));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return new Answered.Unreachable<>("interrupted");
        }
    }
}
