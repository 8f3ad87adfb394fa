package network.opencharging.node.replica;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

/** A load balancer that knows nothing: each connection goes to the next process that takes it. */
final class Balancer implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Balancer.class);

    private final ServerSocket server;
    private final List<Integer> ports;
    private final AtomicInteger next = new AtomicInteger();

    Balancer(int port, List<Integer> ports) {
        this.ports = List.copyOf(ports);
        try {
            this.server = new ServerSocket(port, 100, InetAddress.getLoopbackAddress());
        } catch (IOException e) {
            throw new AssertionError(e);
        }
        Thread.ofVirtual().start(this::run);
    }

    private void run() {
        while (!server.isClosed()) {
            try {
                Socket client = server.accept();
                Thread.ofVirtual().start(() -> carry(client));
            } catch (IOException e) {
                // Closed: the loop ends.
                return;
            }
        }
    }

    private void carry(Socket client) {
        int first = next.getAndIncrement();
        for (int i = 0; i < ports.size(); i++) {
            try {
                Socket node =
                        new Socket(
                                InetAddress.getLoopbackAddress(),
                                ports.get((first + i) % ports.size()));
                Thread.ofVirtual().start(() -> copy(client, node));
                copy(node, client);
                return;
            } catch (IOException e) {
                LOG.debug("that process is gone: the next", e);
            }
        }
        end(client);
    }

    private static void copy(Socket from, Socket to) {
        try (InputStream in = from.getInputStream();
                OutputStream out = to.getOutputStream()) {
            in.transferTo(out);
        } catch (IOException e) {
            // One side has gone: so does the other.
        } finally {
            end(from);
            end(to);
        }
    }

    private static void end(Socket socket) {
        try {
            socket.close();
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    @Override
    public void close() {
        try {
            server.close();
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }
}
