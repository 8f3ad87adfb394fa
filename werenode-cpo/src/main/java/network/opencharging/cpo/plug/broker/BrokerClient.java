package network.opencharging.cpo.plug.broker;

import network.opencharging.cpo.plug.dialect.PlugMessage;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;

/** A client of a broker, whichever version it speaks. */
interface BrokerClient {

    /** Connects, and again whenever it was lost. */
    void connect();

    boolean isConnected();

    /**
     * Hears these topics in the order in which the broker sends them; again by itself after a loss.
     */
    CompletableFuture<?> subscribe(List<String> topics, Consumer<PlugMessage> hears);

    void unsubscribe(String topic);

    /** At least once. */
    void publish(PlugMessage message);

    void disconnect();
}
