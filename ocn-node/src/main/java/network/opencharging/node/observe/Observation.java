package network.opencharging.node.observe;

import network.opencharging.node.message.Message;
import network.opencharging.node.message.Outcome;
import network.opencharging.node.message.RelayEvent;
import network.opencharging.node.message.Reply;
import network.opencharging.node.message.Sender;
import network.opencharging.node.plugin.MessageObserver;
import network.opencharging.node.plugin.ObservedMessage;
import network.opencharging.protocol.party.PartyId;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Shows messages to observers, off the messages' way: one thread, a queue of bounded length. What
 * does not fit is not shown, and counted.
 */
public final class Observation implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Observation.class);

    private final List<MessageObserver> observers;
    private final Consents consents;
    private final BlockingQueue<Runnable> waiting;
    private final AtomicLong dropped = new AtomicLong();
    private final Thread thread;

    /**
     * Shows to these what parties consent to.
     *
     * @param most how many may wait to be shown
     */
    public Observation(List<MessageObserver> observers, Consents consents, int most) {
        this.observers = List.copyOf(observers);
        this.consents = consents;
        this.waiting = new ArrayBlockingQueue<>(most);
        this.thread = Thread.ofVirtual().name("observers").unstarted(this::work);
    }

    /** Begins to show. */
    public void start() {
        thread.start();
    }

    /** How many were not shown because the observers were too slow. */
    public long dropped() {
        return dropped.get();
    }

    /** Those that there are. */
    public List<MessageObserver> observers() {
        return observers;
    }

    /** A message has ended; returns at once. */
    public void on(RelayEvent event) {
        if (observers.isEmpty()
                || !(event.outcome() instanceof Outcome.Answered(Reply reply, var _))
                || event.sender().isEmpty()
                || event.receiver().isEmpty()) {
            return;
        }
        Sender sender = event.sender().get();
        PartyId receiver = event.receiver().get();
        for (MessageObserver observer : observers) {
            if (consents.allow(observer.name(), sender.party(), receiver)) {
                ObservedMessage seen = seen(event, sender.party(), receiver, reply);
                if (!waiting.offer(() -> observer.saw(seen))) {
                    dropped.incrementAndGet();
                }
            }
        }
    }

    private static ObservedMessage seen(RelayEvent event, PartyId from, PartyId to, Reply reply) {
        Message message = event.received().message();
        return new ObservedMessage(
                from,
                to,
                message.target().key(),
                message.body(),
                reply.status(),
                reply.body(),
                message.ids().correlationId(),
                event.took());
    }

    /** The outermost loop of the thread: what foreign code throws ends one showing. */
    private void work() {
        try {
            while (true) {
                Runnable showing = waiting.take();
                try {
                    showing.run();
                } catch (RuntimeException e) {
                    LOG.error("an observer failed", e);
                }
            }
        } catch (InterruptedException e) {
            // The node stops.
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() {
        thread.interrupt();
    }
}
