package network.opencharging.cpo.config;

import network.opencharging.cpo.ocpp.door.Handshake;
import network.opencharging.cpo.ocpp.door.NewestVersion;
import network.opencharging.cpo.ocpp.door.StationSocket;
import network.opencharging.cpo.ocpp.station.Connections;
import network.opencharging.cpo.store.JdbcErrands;
import network.opencharging.cpo.store.JdbcMessages;

import org.eclipse.jetty.ee11.webapp.WebAppContext;
import org.eclipse.jetty.ee11.websocket.server.config.JettyWebSocketServletContainerInitializer;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.jetty.servlet.JettyServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.SmartLifecycle;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.servlet.handler.SimpleUrlHandlerMapping;
import org.springframework.web.socket.server.jetty.JettyRequestUpgradeStrategy;
import org.springframework.web.socket.server.support.WebSocketHttpRequestHandler;

import java.time.Clock;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ScheduledExecutorService;

/** The server: one port for stations, one for the operator. */
@Configuration(proxyBeanMethods = false)
class WebConfig {
    /** A long list of settings in one answer is legal; a message of two megabytes is not. */
    private static final long LARGEST_MESSAGE = 1 << 20;

    private static final int BUFFER = 2048;
    private static final int QUEUE = 4096;

    @Bean
    OperatorsPort operatorsPort(CpoSettings settings) {
        return new OperatorsPort(settings.admin());
    }

    @Bean
    FilterRegistrationBean<AdminDoor> adminDoor(
            OperatorsPort port, PublicPort open, ObjectProvider<AdminDoor.Keepers> keepers) {
        // Filters are made with the server, before there is a database.
        FilterRegistrationBean<AdminDoor> filter =
                new FilterRegistrationBean<>(
                        new AdminDoor(
                                new AdminDoor.Ports(port::number, open::number),
                                keepers::getObject));
        filter.setOrder(0);
        return filter;
    }

    @Bean
    WebServerFactoryCustomizer<JettyServletWebServerFactory> jetty(
            OperatorsPort port, PublicPort open) {
        return factory ->
                factory.addServerCustomizers(server -> {
                    widen(server);
                    port.openAt(server);
                    open.openAt(server);
                    server.getContainedBeans(WebAppContext.class)
                            .forEach(WebConfig::openWebsockets);
                });
    }

    /** A thousand stations in one second must not find the door closed. */
    private static void widen(Server server) {
        Arrays.stream(server.getConnectors())
                .filter(ServerConnector.class::isInstance)
                .map(ServerConnector.class::cast)
                .forEach(connector -> connector.setAcceptQueueSize(QUEUE));
    }

    private static void openWebsockets(WebAppContext context) {
        JettyWebSocketServletContainerInitializer.configure(
                context,
                (_, container) -> {
                    container.setMaxTextMessageSize(LARGEST_MESSAGE);
                    container.setMaxFrameSize(LARGEST_MESSAGE);
                    container.setInputBufferSize(BUFFER);
                    container.setOutputBufferSize(BUFFER);
                    // Who is silent is found by our own pings, long before.
                    container.setIdleTimeout(Duration.ofHours(1));
                });
    }

    @Bean
    SimpleUrlHandlerMapping stationDoor(StationSocket socket, Handshake handshake) {
        WebSocketHttpRequestHandler handler =
                new WebSocketHttpRequestHandler(
                        socket, new NewestVersion(new JettyRequestUpgradeStrategy()));
        handler.setHandshakeInterceptors(List.of(handshake));
        return new SimpleUrlHandlerMapping(Map.of("/ocpp/*", handler), -1);
    }

    /** What is done again and again while the process lives. */
    @Bean
    SmartLifecycle rounds(
            Connections connections,
            JdbcMessages messages,
            JdbcErrands errands,
            ScheduledExecutorService timers,
            CpoSettings settings,
            Clock clock) {
        CpoSettings.Stations set = settings.stations();
        return new Rounds(
                timers,
                List.of(
                        new Rounds.Round(
                                "asking stations for a sign of life",
                                set.ping().dividedBy(Connections.PARTS),
                                () -> connections.sweep(clock.instant(), set.silence())),
                        new Rounds.Round(
                                "forgetting old messages",
                                Duration.ofHours(1),
                                () -> messages.forget(clock.instant().minus(set.messagesKept()))),
                        new Rounds.Round(
                                "forgetting what processes asked of each other",
                                Duration.ofHours(1),
                                () -> errands.forget(clock.instant().minus(Duration.ofHours(1))))));
    }
}
