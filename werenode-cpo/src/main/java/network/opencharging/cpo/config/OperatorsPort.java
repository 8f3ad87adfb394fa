package network.opencharging.cpo.config;

import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.jspecify.annotations.Nullable;

import java.util.concurrent.atomic.AtomicReference;

/** The port of the operator's API: opened with the server, known afterwards. */
public final class OperatorsPort {
    private final CpoSettings.Admin settings;
    private final AtomicReference<@Nullable ServerConnector> opened = new AtomicReference<>();

    OperatorsPort(CpoSettings.Admin settings) {
        this.settings = settings;
    }

    void openAt(Server server) {
        ServerConnector connector = new ServerConnector(server);
        connector.setHost(settings.host());
        connector.setPort(settings.port());
        server.addConnector(connector);
        opened.set(connector);
    }

    /** Where this process itself reaches it. */
    String address() {
        boolean everywhere = settings.host().equals("0.0.0.0") || settings.host().equals("::");
        String host = everywhere ? "127.0.0.1" : settings.host();
        return "http://%s:%d".formatted(host.contains(":") ? "[" + host + "]" : host, number());
    }

    /** Its number; -1 before the server runs. */
    public int number() {
        ServerConnector connector = opened.get();
        return connector == null ? -1 : connector.getLocalPort();
    }
}
