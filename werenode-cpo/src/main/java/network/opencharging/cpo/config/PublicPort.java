package network.opencharging.cpo.config;

import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.jspecify.annotations.Nullable;

import java.util.concurrent.atomic.AtomicReference;

/** The port of what everybody may know: opened with the server where the settings name one. */
public final class PublicPort {
    private final CpoSettings.PublicApi settings;
    private final AtomicReference<@Nullable ServerConnector> opened = new AtomicReference<>();

    PublicPort(CpoSettings.PublicApi settings) {
        this.settings = settings;
    }

    void openAt(Server server) {
        if (settings.isWanted()) {
            ServerConnector connector = new ServerConnector(server);
            connector.setHost(settings.host());
            connector.setPort(settings.port());
            server.addConnector(connector);
            opened.set(connector);
        }
    }

    /** Its number; -1 before the server runs, and where there is none. */
    public int number() {
        ServerConnector connector = opened.get();
        return connector == null ? -1 : connector.getLocalPort();
    }
}
