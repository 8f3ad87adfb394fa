package network.opencharging.bridge.http;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;

import network.opencharging.bridge.journal.Watch;
import network.opencharging.bridge.receive.Incoming;
import network.opencharging.bridge.receive.Reception;
import network.opencharging.bridge.receive.Reply;
import network.opencharging.bridge.register.FrontDesk;
import network.opencharging.protocol.message.Body;
import network.opencharging.protocol.message.CredentialsToken;
import network.opencharging.protocol.message.Envelope;
import network.opencharging.protocol.message.HeaderNames;
import network.opencharging.protocol.message.Headers;
import network.opencharging.protocol.message.OcpiStatus;
import network.opencharging.protocol.route.HttpMethod;
import network.opencharging.protocol.route.RequestPath;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetSocketAddress;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.function.Predicate;

import javax.net.ssl.SSLContext;

/** Serves the functional modules below {@code /ocpi} with the JDK's own HTTP server. */
public final class BridgeDoor implements AutoCloseable {
    private static final int MAX_BODY = 16 << 20;

    private final HttpServer server;
    private final Reception reception;
    private final Predicate<CredentialsToken> known;
    private final Optional<FrontDesk> frontDesk;
    private final Clock clock;
    private final Strangers strangers;

    private BridgeDoor(
            HttpServer server,
            Reception reception,
            Predicate<CredentialsToken> known,
            Optional<FrontDesk> frontDesk,
            Watch watch) {
        this.server = server;
        this.reception = reception;
        this.known = known;
        this.frontDesk = frontDesk;
        this.clock = watch.clock();
        this.strangers = new Strangers(watch.clock(), watch.journal());
    }

    /**
     * Opens the door.
     *
     * @param place where to listen, and how
     * @param threads one thread a request; closed by its owner
     * @param known whether a hub may come to the reception with that token
     * @param frontDesk answers versions and credentials; without it there are none
     * @param watch the time, and who is told of those that are turned away
     * @throws IOException when the address cannot be listened at
     */
    public static BridgeDoor open(
            Place place,
            ExecutorService threads,
            Reception reception,
            Predicate<CredentialsToken> known,
            Optional<FrontDesk> frontDesk,
            Watch watch)
            throws IOException {
        HttpServer server = place.server();
        server.setExecutor(threads);
        BridgeDoor door = new BridgeDoor(server, reception, known, frontDesk, watch);
        server.createContext("/ocpi", door::serve);
        server.start();
        return door;
    }

    /**
     * Where to listen, and how.
     *
     * @param address the address; port 0 for any
     * @param tls how TLS is spoken; empty: plain HTTP
     */
    public record Place(InetSocketAddress address, Optional<SSLContext> tls) {
        /** Plain HTTP. */
        public static Place plain(InetSocketAddress address) {
            return new Place(address, Optional.empty());
        }

        private HttpServer server() throws IOException {
            if (tls.isEmpty()) {
                return HttpServer.create(address, 0);
            }
            HttpsServer server = HttpsServer.create(address, 0);
            server.setHttpsConfigurator(new HttpsConfigurator(tls.get()));
            return server;
        }
    }

    /** The port the door listens at. */
    public int port() {
        return server.getAddress().getPort();
    }

    /** Closes at once; requests under way are cut off, and partners send them again. */
    @Override
    public void close() {
        server.stop(0);
    }

    private void serve(HttpExchange exchange) throws IOException {
        try (exchange) {
            Headers headers = Headers.ofMany(exchange.getRequestHeaders());
            List<CredentialsToken> shown =
                    headers.get(HeaderNames.AUTHORIZATION).stream()
                            .flatMap(header -> CredentialsToken.candidates(header).stream())
                            .map(CredentialsToken.Candidate::token)
                            .toList();
            write(exchange, named(reply(exchange, headers, shown), headers));
        }
    }

    /**
     * OCPI 2.2.1 §4.2, Unique message IDs: every answer, also a refusal, has those of its request.
     */
    private static Reply named(Reply reply, Headers asked) {
        Headers headers = reply.headers();
        for (String name : List.of(HeaderNames.X_REQUEST_ID, HeaderNames.X_CORRELATION_ID)) {
            Optional<String> id = asked.get(name);
            if (id.isPresent() && headers.get(name).isEmpty()) {
                headers = headers.with(name, id.get());
            }
        }
        return new Reply(reply.status(), headers, reply.body());
    }

    private Reply reply(HttpExchange exchange, Headers headers, List<CredentialsToken> shown)
            throws IOException {
        Optional<FrontDesk> desk =
                frontDesk.filter(
                        open -> new FrontDeskDoor(open, clock).serves(exchange.getRequestURI()));
        if (desk.isPresent()) {
            Optional<CredentialsToken> token =
                    shown.stream().filter(desk.get()::accepts).findFirst();
            return token.isPresent()
                    ? new FrontDeskDoor(desk.get(), clock).answered(exchange, token.get())
                    : unknown(exchange, shown);
        }
        return shown.stream().anyMatch(known)
                ? answered(exchange, headers)
                : unknown(exchange, shown);
    }

    private Reply unknown(HttpExchange exchange, List<CredentialsToken> shown) {
        strangers.unknown(exchange, shown);
        return refusal(
                401, "Send the credentials token of this platform: Authorization: Token <base64>.");
    }

    private Reply answered(HttpExchange exchange, Headers headers) throws IOException {
        Optional<HttpMethod> method = HttpMethod.of(exchange.getRequestMethod());
        Optional<RequestPath> path = RequestPath.parse(exchange.getRequestURI().getRawPath());
        if (method.isEmpty() || path.isEmpty()) {
            return turnedAway(exchange, 404, "There is nothing here.");
        }
        Optional<Map<String, String>> query = Query.parse(exchange.getRequestURI().getRawQuery());
        if (query.isEmpty()) {
            return turnedAway(exchange, 400, "Each parameter must be given once.");
        }
        byte[] body;
        try (InputStream in = exchange.getRequestBody()) {
            body = in.readNBytes(MAX_BODY + 1);
        }
        if (body.length > MAX_BODY) {
            return turnedAway(exchange, 413, "The body must not be longer than 16 MiB.");
        }
        return reception.answer(
                new Incoming(path.get().key(method.get()), query.get(), headers, Body.of(body)));
    }

    private Reply turnedAway(HttpExchange exchange, int status, String sentence) {
        strangers.turnedAway(exchange, status, "was told: " + sentence);
        return refusal(status, sentence);
    }

    private Reply refusal(int status, String sentence) {
        return new Reply(
                status,
                Headers.NONE.with(HeaderNames.CONTENT_TYPE, "application/json"),
                Envelope.refusal(OcpiStatus.CLIENT_ERROR, sentence, clock.instant()).toBody());
    }

    private static void write(HttpExchange exchange, Reply reply) throws IOException {
        reply.headers()
                .asMap()
                .forEach((name, value) -> exchange.getResponseHeaders().set(name, value));
        exchange.sendResponseHeaders(reply.status(), reply.body().size());
        try (OutputStream out = exchange.getResponseBody()) {
            out.write(reply.body().bytes());
        }
    }
}
