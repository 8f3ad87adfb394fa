package network.opencharging.cpo.ocpp.door;

import network.opencharging.cpo.ocpp.station.Wire;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.web.socket.CloseStatus;
import org.springframework.web.socket.PingMessage;
import org.springframework.web.socket.TextMessage;
import org.springframework.web.socket.WebSocketMessage;
import org.springframework.web.socket.WebSocketSession;
import org.springframework.web.socket.handler.ConcurrentWebSocketSessionDecorator;
import org.springframework.web.socket.handler.SessionLimitExceededException;

import java.io.IOException;

/**
 * A websocket as the way to a station; one that reads too slowly is closed, nobody waits for it.
 */
final class SocketWire implements Wire {
    private static final Logger LOG = LoggerFactory.getLogger(SocketWire.class);
    private static final int PATIENCE_MILLIS = 20_000;
    private static final int MOST_UNSENT = 1 << 21;

    private final WebSocketSession session;

    SocketWire(WebSocketSession session) {
        this.session =
                new ConcurrentWebSocketSessionDecorator(session, PATIENCE_MILLIS, MOST_UNSENT);
    }

    @Override
    public boolean send(String text) {
        return put(new TextMessage(text));
    }

    @Override
    public boolean ping() {
        return put(new PingMessage());
    }

    private boolean put(WebSocketMessage<?> message) {
        try {
            if (session.isOpen()) {
                session.sendMessage(message);
                return true;
            }
            return false;
        } catch (IOException | IllegalStateException e) {
            LOG.debug("nothing can be sent any more", e);
            return false;
        } catch (SessionLimitExceededException e) {
            close(e.getStatus().getCode(), "it reads too slowly");
            return false;
        }
    }

    @Override
    public void close(int code, String reason) {
        try {
            session.close(new CloseStatus(code, reason));
        } catch (IOException | IllegalStateException e) {
            LOG.debug("it was closed already", e);
        }
    }
}
