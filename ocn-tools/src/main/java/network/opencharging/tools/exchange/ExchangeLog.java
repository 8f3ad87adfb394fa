package network.opencharging.tools.exchange;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** Remembers the latest exchanges of one end, and tells them to whoever watches. */
public final class ExchangeLog {
    private static final int KEPT = 10_000;

    private final Deque<Exchange> exchanges = new ArrayDeque<>();
    private final Consumer<Exchange> watcher;

    /**
     * A log that also tells every exchange as it is added.
     *
     * @param watcher called in the thread of the exchange
     */
    public ExchangeLog(Consumer<Exchange> watcher) {
        this.watcher = watcher;
    }

    /** Adds one; the oldest falls out beyond ten thousand. */
    public void add(Exchange exchange) {
        synchronized (exchanges) {
            exchanges.addLast(exchange);
            if (exchanges.size() > KEPT) {
                exchanges.removeFirst();
            }
        }
        watcher.accept(exchange);
    }

    /** All that is remembered, oldest first. */
    public List<Exchange> all() {
        synchronized (exchanges) {
            return List.copyOf(exchanges);
        }
    }

    /** The exchange of that direction and correlation id, or empty when this end has seen none. */
    public Optional<Exchange> find(Exchange.Direction direction, String correlationId) {
        return all().stream()
                .filter(exchange -> exchange.direction() == direction)
                .filter(exchange -> exchange.correlationId().equals(correlationId))
                .findFirst();
    }
}
