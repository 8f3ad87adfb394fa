package network.opencharging.cpo.process;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** A Shelly of the first generation that obeys, and remembers each order. */
final class CountingPlug implements AutoCloseable {
    private final List<Boolean> orders = new CopyOnWriteArrayList<>();
    private final HttpServer server;
    private volatile boolean on;

    CountingPlug() {
        try {
            server =
                    HttpServer.create(
                            new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 10);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.createContext("/", this::answer);
        server.start();
    }

    String address() {
        return "127.0.0.1:" + server.getAddress().getPort();
    }

    /** Everything that it was ordered: true for on. */
    List<Boolean> orders() {
        return List.copyOf(orders);
    }

    boolean isOn() {
        return on;
    }

    private void answer(HttpExchange call) throws IOException {
        String path = call.getRequestURI().toString();
        if (path.contains("turn=")) {
            on = path.contains("turn=on");
            orders.add(on);
        }
        String state = "{\"ison\":%s,\"has_timer\":%s}".formatted(on, on);
        String text = path.startsWith("/status") ? "{\"relays\":[%s]}".formatted(state) : state;
        byte[] body = text.getBytes(StandardCharsets.UTF_8);
        try (call) {
            call.sendResponseHeaders(200, body.length);
            call.getResponseBody().write(body);
        }
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
