package network.opencharging.bridge.call;

import network.opencharging.bridge.sign.Signing;
import network.opencharging.protocol.json.Json;
import network.opencharging.protocol.message.Body;
import network.opencharging.protocol.message.HeaderNames;
import network.opencharging.protocol.message.Headers;
import network.opencharging.protocol.message.MessageIds;
import network.opencharging.protocol.message.RoutingHeaders;
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

/**
 * One request to the hub and its answer.
 *
 * @param http the client; it must not follow redirects, which would carry the token elsewhere
 * @param connection how the hub is spoken to
 * @param ids makes the id of each request
 * @param patience how long an answer may take
 * @param signing how questions are signed and answers checked
 */
record Wire(
        HttpClient http,
        Connection connection,
        Supplier<String> ids,
        Duration patience,
        Signing signing) {
    private static final long MAX_BODY = 16 << 20;

    /** A request, ready to be sent. */
    record Message(HttpMethod method, URI url, Optional<Json> body) {}

    /** The content of a good answer: the data of the envelope, when there is some. */
    Answered<Optional<Json>> send(Exchange exchange, Message message) {
        if (!connection.isOfHub(message.url())) {
            return new Answered.NotOcpi<>(
                    0, "%s is not a server of the hub".formatted(message.url().getAuthority()));
        }
        try {
            return read(
                    exchange,
                    http.send(
                            request(exchange, message),
                            BodyHandlers.limiting(BodyHandlers.ofByteArray(), MAX_BODY)));
        } catch (IOException e) {
            return new Answered.Unreachable<>(
                    "%s: %s".formatted(e.getClass().getSimpleName(), e.getMessage()));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return new Answered.Unreachable<>("interrupted");
        }
    }

    private HttpRequest request(Exchange exchange, Message message) {
        RoutingHeaders routing = RoutingHeaders.of(exchange.from(), exchange.to());
        Headers headers =
                routing.writeTo(
                                new MessageIds(ids.get(), exchange.correlationId())
                                        .writeTo(Headers.NONE))
                        .with(HeaderNames.AUTHORIZATION, connection.authorization());
        if (message.body().isPresent()) {
            headers = headers.with(HeaderNames.CONTENT_TYPE, "application/json");
        }
        Optional<String> signature =
                signing.signer()
                        .request(
                                routing,
                                exchange.correlationId(),
                                Query.parameters(message.url()),
                                message.body());
        if (signature.isPresent()) {
            headers = headers.with(HeaderNames.OCN_SIGNATURE, signature.get());
        }
        HttpRequest.Builder request =
                HttpRequest.newBuilder(message.url())
                        .timeout(patience)
                        .method(
                                message.method().name(),
                                message.body()
                                        .map(Json::bytes)
                                        .map(HttpRequest.BodyPublishers::ofByteArray)
                                        .orElseGet(HttpRequest.BodyPublishers::noBody));
        headers.asMap().forEach(request::header);
        return request.build();
    }

    private Answered<Optional<Json>> read(Exchange exchange, HttpResponse<byte[]> response) {
        Body body = Body.of(response.body());
        Headers headers = Headers.ofMany(response.headers().map());
        Optional<String> objection =
                signing.check().objection(exchange.to(), exchange.from(), headers, body);
        if (objection.isPresent()) {
            return new Answered.Untrusted<>(objection.get());
        }
        return Replies.read(response.statusCode(), headers, body);
    }
}
