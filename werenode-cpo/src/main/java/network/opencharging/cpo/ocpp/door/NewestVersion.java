package network.opencharging.cpo.ocpp.door;

import network.opencharging.cpo.ocpp.frame.OcppVersion;

import org.jspecify.annotations.Nullable;
import org.springframework.web.socket.WebSocketHandler;
import org.springframework.web.socket.server.RequestUpgradeStrategy;
import org.springframework.web.socket.server.support.DefaultHandshakeHandler;

import java.util.Arrays;
import java.util.List;

/** Of the versions that a station offers the newest is taken, in whatever order it names them. */
public final class NewestVersion extends DefaultHandshakeHandler {

    public NewestVersion(RequestUpgradeStrategy upgrade) {
        super(upgrade);
    }

    @Override
    protected @Nullable String selectProtocol(List<String> offered, WebSocketHandler handler) {
        return Arrays.stream(OcppVersion.values())
                .map(OcppVersion::subprotocol)
                .filter(offered::contains)
                .reduce((_, newer) -> newer)
                .orElse(null);
    }
}
