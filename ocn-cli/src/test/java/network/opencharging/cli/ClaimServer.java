package network.opencharging.cli;

import com.sun.net.httpserver.HttpServer;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;

/** A node that serves its operator's claim, and nothing else. */
final class ClaimServer implements AutoCloseable {
    private final HttpServer server;
    private volatile String claim = "";

    ClaimServer() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext(
                "/.well-known/ocn-domain-claim",
                exchange -> {
                    byte[] body = claim.getBytes(StandardCharsets.UTF_8);
                    exchange.sendResponseHeaders(body.length == 0 ? 404 : 200, body.length);
                    exchange.getResponseBody().write(body);
                    exchange.close();
                });
        server.start();
    }

    String url() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    void serve(String text) {
        claim = text;
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
