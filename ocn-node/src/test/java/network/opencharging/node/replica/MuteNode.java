package network.opencharging.node.replica;

import com.sun.net.httpserver.HttpServer;

import network.opencharging.protocol.key.Address;
import network.opencharging.registry.directory.Operator;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;

/** A node that does not say what it reads, and counts how often it is asked. */
final class MuteNode implements AutoCloseable {
    private final HttpServer server;
    private final AtomicInteger asked = new AtomicInteger();

    MuteNode() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext(
                "/",
                exchange -> {
                    if (exchange.getRequestURI().getPath().equals("/ocn/registry/node-info")) {
                        asked.incrementAndGet();
                    }
                    exchange.getRequestBody().readAllBytes();
                    exchange.sendResponseHeaders(503, -1);
                    exchange.close();
                });
        server.start();
    }

    Operator operator() {
        return new Operator(
                new Address("0x" + "d4".repeat(20)),
                URI.create("http://127.0.0.1:" + server.getAddress().getPort()));
    }

    /** How often it was asked what it is. */
    int asked() {
        return asked.get();
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
