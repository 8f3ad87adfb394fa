package network.opencharging.tools.proxy.pass;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** An open door behind which everything is passed on. */
public final class Passage implements AutoCloseable {
    private static final int WAITING = 128;

    private final ServerSocket server;
    private final Tap tap;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final Set<Socket> open = ConcurrentHashMap.newKeySet();

    private Passage(ServerSocket server, Tap tap) {
        this.server = server;
        this.tap = tap;
    }

    /**
     * Opens a socket; nothing is taken in until {@link #begin}.
     *
     * @param port 0 for any free one
     * @param tap is told what goes wrong at the door itself
     * @throws IOException when the port is taken
     */
    public static Passage open(InetAddress address, int port, Tap tap) throws IOException {
        return new Passage(new ServerSocket(port, WAITING, address), tap);
    }

    /** Takes connections from now on and passes them on that way. */
    public void begin(Way way) {
        threads.execute(() -> accept(way));
    }

    /** The address at which it listens, without a slash at the end. */
    public URI url() {
        InetAddress address = server.getInetAddress();
        String host = address.isAnyLocalAddress() ? "127.0.0.1" : address.getHostAddress();
        return URI.create("http://" + host + ":" + server.getLocalPort());
    }

    private void accept(Way way) {
        while (!server.isClosed()) {
            try {
                Socket client = server.accept();
                open.add(client);
                threads.execute(() -> serve(client, way));
            } catch (IOException e) {
                if (!server.isClosed()) {
                    tap.broken("a connection could not be taken: " + e.getMessage());
                }
            }
        }
    }

    private void serve(Socket client, Way way) {
        try (client) {
            client.setTcpNoDelay(true);
            new Visit(client, way).run();
        } catch (IOException e) {
            if (!server.isClosed()) {
                tap.broken("a connection broke: " + e.getMessage());
            }
        } finally {
            open.remove(client);
        }
    }

    @Override
    public void close() {
        try {
            server.close();
            for (Socket client : open) {
                client.close();
            }
        } catch (IOException e) {
            tap.broken("the door did not close well: " + e.getMessage());
        }
        threads.shutdownNow();
    }
}
