package network.opencharging.tools.exchange;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.Predicate;

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
            exchanges.notifyAll();
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

    /**
     * Waits until an exchange is remembered that is wanted.
     *
     * @return the oldest such exchange, or empty when none came in time
     */
    public Optional<Exchange> await(Predicate<Exchange> wanted, Duration patience)
            throws InterruptedException {
        long end = System.nanoTime() + patience.toNanos();
        synchronized (exchanges) {
            while (true) {
                Optional<Exchange> found = exchanges.stream().filter(wanted).findFirst();
                long left = TimeUnit.NANOSECONDS.toMillis(end - System.nanoTime());
                if (found.isPresent() || left <= 0) {
                    return found;
                }
                exchanges.wait(left);
            }
        }
    }
}
