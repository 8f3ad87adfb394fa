package network.opencharging.node.relay;

import network.opencharging.node.message.Noise;
import network.opencharging.node.message.Received;
import network.opencharging.node.message.RelayEvent;
import network.opencharging.node.message.TurnedAway;

/** Hears of every message that passed or did not. Returns at once: the caller is still waiting. */
public interface RelayObserver {
    /** A message begins its way: the same, or the same in a trace. */
    default Received begins(Received received) {
        return received;
    }

    /** A message ended its way. */
    void on(RelayEvent event);

    /** A request was turned away at the door. */
    default void on(TurnedAway request) {}

    /** Something came that is no request. */
    default void on(Noise noise) {}

    /** Hears everything and does nothing. */
    static RelayObserver none() {
        return event -> {};
    }
}
