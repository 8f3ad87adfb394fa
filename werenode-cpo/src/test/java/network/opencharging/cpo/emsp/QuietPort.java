package network.opencharging.cpo.emsp;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.BindException;
import java.net.ServerSocket;
import java.util.SplittableRandom;

/** Ports at which nobody listens. */
public final class QuietPort {
    private QuietPort() {}

    /** Below those that the system gives to connections: it stays free while a backend is away. */
    public static int any() {
        for (int port : new SplittableRandom().ints(100, 15_000, 32_000).toArray()) {
            try (ServerSocket socket = new ServerSocket(port)) {
                return socket.getLocalPort();
            } catch (BindException e) {
                // Somebody has it: the next one.
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        throw new IllegalStateException("no port is free");
    }
}
