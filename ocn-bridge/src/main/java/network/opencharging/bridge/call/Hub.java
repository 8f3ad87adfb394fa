package network.opencharging.bridge.call;

import java.util.Optional;

/** The hub that a bridge is registered with. */
public interface Hub {
    /** Calls to partners through it; empty until the handshake is done. */
    Optional<HubCalls> calls();
}
