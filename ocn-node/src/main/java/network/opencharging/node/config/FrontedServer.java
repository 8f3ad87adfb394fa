package network.opencharging.node.config;

import network.opencharging.node.door.Entrance;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.web.server.GracefulShutdownCallback;
import org.springframework.boot.web.server.GracefulShutdownResult;
import org.springframework.boot.web.server.PortInUseException;
import org.springframework.boot.web.server.WebServer;
import org.springframework.boot.web.server.WebServerException;

import java.io.IOException;
import java.net.BindException;
import java.net.InetSocketAddress;
import java.util.function.Supplier;

/** The framework's server with the entrance before it, which the framework sees as one. */
final class FrontedServer implements WebServer {
    private static final Logger LOG = LoggerFactory.getLogger(FrontedServer.class);
    private static final long GLANCE_MILLIS = 20;

    private final WebServer behind;
    private final InetSocketAddress wanted;
    private final Supplier<Entrance> making;
    private @Nullable Entrance entrance;

    FrontedServer(WebServer behind, InetSocketAddress wanted, Supplier<Entrance> making) {
        this.behind = behind;
        this.wanted = wanted;
        this.making = making;
    }

    @Override
    public void start() throws WebServerException {
        behind.start();
        Entrance opening = making.get();
        try {
            opening.open(wanted);
        } catch (BindException e) {
            opening.close();
            throw new PortInUseException(wanted.getPort(), e);
        } catch (IOException e) {
            opening.close();
            throw new WebServerException("the entrance cannot be opened at " + wanted, e);
        }
        entrance = opening;
        LOG.info("listening at {}", new InetSocketAddress(wanted.getAddress(), opening.port()));
    }

    @Override
    public void stop() throws WebServerException {
        if (entrance != null) {
            entrance.close();
        }
        behind.stop();
    }

    @Override
    public void shutDownGracefully(GracefulShutdownCallback callback) {
        Entrance closing = entrance;
        if (closing == null) {
            callback.shutdownComplete(GracefulShutdownResult.IMMEDIATE);
            return;
        }
        closing.closeSoon();
        Thread.ofVirtual()
                .name("closing")
                .start(() -> {
                    awaitEmpty(closing);
                    behind.shutDownGracefully(callback);
                });
    }

    /** As long as the framework lets it: it stops the server when its own patience is over. */
    private static void awaitEmpty(Entrance closing) {
        try {
            while (!closing.isEmpty()) {
                java.util.concurrent.TimeUnit.MILLISECONDS.sleep(GLANCE_MILLIS);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public int getPort() {
        return entrance == null ? wanted.getPort() : entrance.port();
    }

    @Override
    public void destroy() {
        behind.destroy();
    }
}
