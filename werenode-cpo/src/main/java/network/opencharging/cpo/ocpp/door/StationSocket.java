package network.opencharging.cpo.ocpp.door;

import network.opencharging.cpo.ocpp.frame.OcppVersion;
import network.opencharging.cpo.ocpp.message.CentralSystem;
import network.opencharging.cpo.ocpp.station.Connections;
import network.opencharging.cpo.ocpp.station.Protocol;
import network.opencharging.cpo.ocpp.station.StationConnection;
import network.opencharging.cpo.ocpp.station.Surroundings;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.web.socket.BinaryMessage;
import org.springframework.web.socket.CloseStatus;
import org.springframework.web.socket.PongMessage;
import org.springframework.web.socket.SubProtocolCapable;
import org.springframework.web.socket.TextMessage;
import org.springframework.web.socket.WebSocketSession;
import org.springframework.web.socket.handler.AbstractWebSocketHandler;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** The websockets of all stations. */
public final class StationSocket extends AbstractWebSocketHandler implements SubProtocolCapable {
    private static final Logger LOG = LoggerFactory.getLogger(StationSocket.class);
    private static final String CONNECTION = "connection";

    private final Map<OcppVersion, Protocol> protocols;
    private final CentralSystem central;
    private final Connections connections;
    private final Surroundings around;

    public StationSocket(
            Map<OcppVersion, Protocol> protocols,
            CentralSystem central,
            Connections connections,
            Surroundings around) {
        this.protocols = Map.copyOf(protocols);
        this.central = central;
        this.connections = connections;
        this.around = around;
    }

    /** Newest first: a station that offers several gets the best. */
    @Override
    public List<String> getSubProtocols() {
        return Arrays.stream(OcppVersion.values())
                .map(OcppVersion::subprotocol)
                .toList()
                .reversed();
    }

    @Override
    public void afterConnectionEstablished(WebSocketSession session) {
        String station =
                (String) Objects.requireNonNull(session.getAttributes().get(Handshake.STATION));
        OcppVersion version =
                OcppVersion.of(String.valueOf(session.getAcceptedProtocol())).orElseThrow();
        StationConnection connection =
                new StationConnection(
                        station,
                        Objects.requireNonNull(protocols.get(version)),
                        central,
                        around,
                        new SocketWire(session));
        session.getAttributes().put(CONNECTION, connection);
        connections.join(connection);
        LOG.info("{} connected with {}", station, version.subprotocol());
    }

    @Override
    protected void handleTextMessage(WebSocketSession session, TextMessage message) {
        connection(session).received(message.getPayload());
    }

    @Override
    protected void handlePongMessage(WebSocketSession session, PongMessage message) {
        connection(session).pulse();
    }

    /** OCPP-J is text (1.6J §4, 2.0.1 part 4 §4). */
    @Override
    protected void handleBinaryMessage(WebSocketSession session, BinaryMessage message) {
        connection(session).close(CloseStatus.NOT_ACCEPTABLE.getCode(), "text only");
    }

    @Override
    public void handleTransportError(WebSocketSession session, Throwable failure) {
        LOG.debug(
                "the connection of {} broke",
                session.getAttributes().get(Handshake.STATION),
                failure);
    }

    @Override
    public void afterConnectionClosed(WebSocketSession session, CloseStatus status) {
        if (session.getAttributes().get(CONNECTION) instanceof StationConnection connection) {
            connections.leave(connection, "the connection ended with " + status.getCode());
            LOG.info("{} is gone: {}", connection.station(), status);
        }
    }

    private static StationConnection connection(WebSocketSession session) {
        return (StationConnection) Objects.requireNonNull(session.getAttributes().get(CONNECTION));
    }
}
