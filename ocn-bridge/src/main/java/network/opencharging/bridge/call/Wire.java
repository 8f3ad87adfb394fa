package network.opencharging.bridge.call;

import network.opencharging.bridge.journal.Passage;
import network.opencharging.bridge.journal.Watch;
import network.opencharging.bridge.sign.Judgement;
import network.opencharging.bridge.sign.Signing;
import network.opencharging.protocol.json.Json;
import network.opencharging.protocol.message.Body;
import network.opencharging.protocol.message.HeaderNames;
import network.opencharging.protocol.message.Headers;
import network.opencharging.protocol.message.MessageIds;
import network.opencharging.protocol.message.RoutingHeaders;
import network.opencharging.protocol.route.HttpMethod;
import network.opencharging.protocol.route.ModuleId;
import network.opencharging.protocol.route.RequestPath;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.time.Instant;
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
 * @param watch is told of every request and its answer
 */
record Wire(
        HttpClient http,
        Connection connection,
        Supplier<String> ids,
        Duration patience,
        Signing signing,
        Watch watch) {
    private static final ModuleId UNKNOWN = new ModuleId("unknown");

    private static final long MAX_BODY = 16 << 20;

    /** A request, ready to be sent. */
    record Message(HttpMethod method, URI url, Body body) {
        static Message of(HttpMethod method, URI url, Optional<Json> body) {
            return new Message(method, url, body.map(Body::of).orElse(Body.EMPTY));
        }
    }

    /** The content of a good answer: the data of the envelope, when there is some. */
    Answered<Optional<Json>> send(Exchange exchange, Message message) {
        if (!connection.isOfHub(message.url())) {
            return new Answered.NotOcpi<>(
                    0, "%s is not a server of the hub".formatted(message.url().getAuthority()));
        }
        Instant begun = watch.now();
        Sent sent = sent(exchange, message);
        Came came = came(exchange, sent.request());
        watch.note(
                Passage.Direction.SENT,
                begun,
                subject(exchange, message),
                new Passage.Message(sent.headers(), sent.body(), new Judgement.NotChecked()),
                came.ending());
        return came.answered();
    }

    /** A request that sets out. */
    private record Sent(Headers headers, Body body, HttpRequest request) {}

    /** What came of a request, for who asked and for who watches. */
    private record Came(Answered<Optional<Json>> answered, Passage.Ending ending) {
        static Came nothing(String why) {
            return new Came(new Answered.Unreachable<>(why), new Passage.Ending.Unanswered(why));
        }
    }

    private Came came(Exchange exchange, HttpRequest request) {
        try {
            return read(
                    exchange,
                    Timely.send(
                            http,
                            request,
                            BodyHandlers.limiting(BodyHandlers.ofByteArray(), MAX_BODY)));
        } catch (IOException e) {
            return Came.nothing("%s: %s".formatted(e.getClass().getSimpleName(), e.getMessage()));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Came.nothing("interrupted");
        }
    }

    private Passage.Subject subject(Exchange exchange, Message message) {
        URI url = message.url();
        String query = url.getRawQuery() == null ? "" : "?" + url.getRawQuery();
        return new Passage.Subject(
                Optional.of(exchange.from()),
                Optional.of(exchange.to()),
                exchange.correlationId(),
                connection
                        .moduleOf(url)
                        .or(() ->
                                RequestPath.parse(url.getRawPath())
                                        .map(path -> path.key(message.method()).module()))
                        .orElse(UNKNOWN),
                message.method(),
                url.getRawPath() + query);
    }

    private Sent sent(Exchange exchange, Message message) {
        RoutingHeaders routing = RoutingHeaders.of(exchange.from(), exchange.to());
        Headers headers =
                routing.writeTo(
                                new MessageIds(ids.get(), exchange.correlationId())
                                        .writeTo(Headers.NONE))
                        .with(HeaderNames.AUTHORIZATION, connection.authorization());
        Body body = message.body();
        if (!body.isEmpty()) {
            headers = headers.with(HeaderNames.CONTENT_TYPE, "application/json");
        }
        Optional<String> signature =
                signing.signer()
                        .request(
                                routing,
                                exchange.correlationId(),
                                Query.parameters(message.url()),
                                body);
        if (signature.isPresent()) {
            headers = headers.with(HeaderNames.OCN_SIGNATURE, signature.get());
        }
        HttpRequest.Builder request =
                HttpRequest.newBuilder(message.url())
                        .timeout(patience)
                        .method(
                                message.method().name(),
                                body.isEmpty()
                                        ? HttpRequest.BodyPublishers.noBody()
                                        : HttpRequest.BodyPublishers.ofByteArray(body.bytes()));
        headers.asMap().forEach(request::header);
        return new Sent(headers, body, request.build());
    }

    private Came read(Exchange exchange, HttpResponse<byte[]> response) {
        Body body = Body.of(response.body());
        Headers headers = Headers.ofMany(response.headers().map());
        Judgement judgement = signing.check().judge(exchange.to(), exchange.from(), headers, body);
        return new Came(
                judgement
                        .objection()
                        .<Answered<Optional<Json>>>map(Answered.Untrusted::new)
                        .orElseGet(() -> Replies.read(response.statusCode(), headers, body)),
                new Passage.Ending.Answered(
                        response.statusCode(), new Passage.Message(headers, body, judgement)));
    }
}
