package network.opencharging.cpo.plug.broker;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** A cable to a broker, which can be pulled: the broker hears no farewell. */
public final class Cable implements AutoCloseable {
    private final ServerSocket here;
    private final int there;
    private final List<Socket> sockets = new CopyOnWriteArrayList<>();

    /** To that port of this machine. */
    public Cable(int there) {
        this.there = there;
        try {
            here = new ServerSocket(0, 10, InetAddress.getLoopbackAddress());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Thread.startVirtualThread(this::accept);
    }

    /** Where to connect instead. */
    public int port() {
        return here.getLocalPort();
    }

    private void accept() {
        while (!here.isClosed()) {
            try {
                Socket near = here.accept();
                Socket far = new Socket(InetAddress.getLoopbackAddress(), there);
                sockets.add(near);
                sockets.add(far);
                Thread.startVirtualThread(() -> carry(near, far));
                Thread.startVirtualThread(() -> carry(far, near));
            } catch (IOException e) {
                // Pulled, or nobody is there.
            }
        }
    }

    private static void carry(Socket from, Socket to) {
        try (from;
                to) {
            from.getInputStream().transferTo(to.getOutputStream());
        } catch (IOException e) {
            // Pulled.
        }
    }

    /** Pulls it; it can be used again at once. */
    public void pull() {
        for (Socket socket : sockets) {
            try {
                socket.close();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        sockets.clear();
    }

    @Override
    public void close() {
        pull();
        try {
            here.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
