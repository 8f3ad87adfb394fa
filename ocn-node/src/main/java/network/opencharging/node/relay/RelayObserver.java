package network.opencharging.node.relay;

import network.opencharging.node.message.Received;
import network.opencharging.node.message.RelayEvent;

/** Hears of every message that passed or did not. Returns at once: the caller is still waiting. */
public interface RelayObserver {
    /** A message begins its way: the same, or the same in a trace. */
    default Received begins(Received received) {
        return received;
    }

    /** A message ended its way. */
    void on(RelayEvent event);

    /** Hears everything and does nothing. */
    static RelayObserver none() {
        return event -> {};
    }
}
