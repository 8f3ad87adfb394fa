package network.opencharging.cpo.plug.broker;

import network.opencharging.cpo.plug.dialect.PlugDialect;
import network.opencharging.cpo.plug.dialect.PlugMessage;
import network.opencharging.cpo.plug.port.PlugLine;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * A broker at whose backend end an order can be made to cross with news: the order is held when it
 * is about to go out until the plug's news stand before the backend.
 */
final class CrossedBroker implements TestBroker, PlugLine {
    private final TestBroker broker;
    private final PlugLine line;
    private volatile Optional<Crossing> next = Optional.empty();

    CrossedBroker(TestBroker broker) {
        this.broker = broker;
        this.line = broker.line();
    }

    private record Crossing(Runnable plugSpeaks, CountDownLatch newsCame) {}

    /** The next order waits until what the plug says then has come. */
    void nextOrderCrosses(Runnable plugSpeaks) {
        next = Optional.of(new Crossing(plugSpeaks, new CountDownLatch(1)));
    }

    @Override
    public boolean say(String plug, List<PlugMessage> messages) {
        next.ifPresent(crossing -> {
            Thread.ofVirtual().start(crossing.plugSpeaks());
            try {
                if (!crossing.newsCame().await(PlayedPlug.PATIENCE.toSeconds(), TimeUnit.SECONDS)) {
                    throw new IllegalStateException("the plug said nothing");
                }
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
            next = Optional.empty();
        });
        return line.say(plug, messages);
    }

    @Override
    public void listen(String plug, PlugDialect dialect, Ears ears) {
        line.listen(
                plug,
                dialect,
                new Ears() {
                    @Override
                    public void told(PlugMessage message) {
                        next.ifPresent(crossing -> crossing.newsCame().countDown());
                        ears.told(message);
                    }

                    @Override
                    public void cut() {
                        ears.cut();
                    }
                });
    }

    @Override
    public void forget(String plug) {
        line.forget(plug);
    }

    @Override
    public PlugLine line() {
        return this;
    }

    @Override
    public int port() {
        return broker.port();
    }

    @Override
    public void knows(String name, PlugDialect dialect) {
        broker.knows(name, dialect);
    }

    @Override
    public void close() {
        broker.close();
    }
}
