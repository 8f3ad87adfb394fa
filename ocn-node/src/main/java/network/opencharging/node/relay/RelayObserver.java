package network.opencharging.node.relay;

import network.opencharging.node.message.RelayEvent;

/** Hears of every message that passed or did not. Returns at once: the caller is still waiting. */
public interface RelayObserver {
    /** A message ended its way. */
    void on(RelayEvent event);

    /** Hears everything and does nothing. */
    static RelayObserver none() {
        return event -> {};
    }
}
