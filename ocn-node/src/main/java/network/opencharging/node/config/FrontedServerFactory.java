package network.opencharging.node.config;

import io.netty.handler.ssl.SslContext;

import network.opencharging.node.door.Backstage;
import network.opencharging.node.door.Doors;
import network.opencharging.node.door.Entrance;
import network.opencharging.node.door.EntranceLimits;

import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.Ssl;
import org.springframework.boot.web.server.WebServer;
import org.springframework.boot.web.servlet.ServletContextInitializer;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;

/**
 * Makes the framework's server listen on this machine only, at any port, and puts the entrance
 * before it at the address that is configured.
 */
final class FrontedServerFactory extends TomcatServletWebServerFactory {
    private final Supplier<Doors> doors;
    private final Supplier<Set<String>> deskModules;
    private final EntranceLimits limits;

    /**
     * Asks for the doors when the server starts, not before.
     *
     * @param doors pass messages on
     * @param deskModules modules that the framework serves at addresses like those of the doors
     * @param limits of the entrance
     */
    FrontedServerFactory(
            Supplier<Doors> doors, Supplier<Set<String>> deskModules, EntranceLimits limits) {
        this.doors = doors;
        this.deskModules = deskModules;
        this.limits = limits;
    }

    @Override
    public WebServer getWebServer(ServletContextInitializer... initializers) {
        InetSocketAddress wanted =
                getAddress() == null
                        ? new InetSocketAddress(getPort())
                        : new InetSocketAddress(getAddress(), getPort());
        Optional<Supplier<SslContext>> tls = tls();
        setSsl(null);
        setAddress(InetAddress.getLoopbackAddress());
        setPort(0);
        WebServer behind = super.getWebServer(initializers);
        return new FrontedServer(behind, wanted, () -> entrance(behind, tls));
    }

    private Entrance entrance(WebServer behind, Optional<Supplier<SslContext>> tls) {
        Set<String> modules = deskModules.get();
        return new Entrance(
                doors.get(),
                new Backstage(
                        new InetSocketAddress(InetAddress.getLoopbackAddress(), behind.getPort()),
                        modules),
                limits,
                tls,
                System::nanoTime);
    }

    private Optional<Supplier<SslContext>> tls() {
        Ssl ssl = getSsl();
        return Ssl.isEnabled(ssl)
                ? Optional.of(BundleTls.ofTheDoor(getSslBundles(), ssl, getSslBundle()))
                : Optional.empty();
    }
}
