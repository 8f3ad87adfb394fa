package network.opencharging.tools.http;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;

import network.opencharging.protocol.message.Headers;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Function;

/** A listening server on this machine: every request in a virtual thread of its own. */
public final class HttpDoor implements AutoCloseable {
    /** The largest body that is read; OCPI lists stay far below. */
    private static final int LARGEST_BODY = 16 * 1024 * 1024;

    private final HttpServer server;
    private final ExecutorService threads;

    private HttpDoor(HttpServer server, ExecutorService threads) {
        this.server = server;
        this.threads = threads;
    }

    /**
     * Listens on a port of the loopback address.
     *
     * @param port 0 for any free one
     * @throws IOException when the port is taken
     */
    public static HttpDoor open(int port, Function<Request, Answer> handler) throws IOException {
        HttpServer server =
                HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 0);
        ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
        server.setExecutor(threads);
        server.createContext("/", exchange -> serve(exchange, handler));
        server.start();
        return new HttpDoor(server, threads);
    }

    /** The address to reach it, without a slash at the end. */
    public URI url() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
    }

    @Override
    public void close() {
        server.stop(0);
        threads.close();
    }

    private static void serve(HttpExchange exchange, Function<Request, Answer> handler)
            throws IOException {
        Answer answer;
        try (exchange) {
            byte[] body = read(exchange);
            answer =
                    body.length > LARGEST_BODY
                            ? Answer.text(413, "the body is larger than " + LARGEST_BODY + " bytes")
                            : answer(handler, received(exchange, body));
            write(exchange, answer);
        }
        answer.afterwards().run();
    }

    /** The outermost loop of the request's thread: a bug must not look like a broken network. */
    private static Answer answer(Function<Request, Answer> handler, Request request) {
        try {
            return handler.apply(request);
        } catch (RuntimeException e) {
            return Answer.text(500, "unexpected trouble here: " + e);
        }
    }

    private static byte[] read(HttpExchange exchange) throws IOException {
        try (InputStream in = exchange.getRequestBody()) {
            return in.readNBytes(LARGEST_BODY + 1);
        }
    }

    private static Request received(HttpExchange exchange, byte[] body) {
        return new Request(
                exchange.getRequestMethod().toUpperCase(Locale.ROOT),
                exchange.getRequestURI(),
                Headers.ofMany(exchange.getRequestHeaders()),
                new String(body, StandardCharsets.UTF_8));
    }

    private static void write(HttpExchange exchange, Answer answer) throws IOException {
        byte[] body = answer.body().getBytes(StandardCharsets.UTF_8);
        answer.headers().asMap().forEach(exchange.getResponseHeaders()::set);
        boolean empty = body.length == 0 || exchange.getRequestMethod().equals("HEAD");
        exchange.sendResponseHeaders(answer.status(), empty ? -1 : body.length);
        if (!empty) {
            exchange.getResponseBody().write(body);
        }
    }
}
