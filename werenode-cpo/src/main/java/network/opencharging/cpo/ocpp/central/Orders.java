package network.opencharging.cpo.ocpp.central;

import network.opencharging.cpo.ocpp.central.OrderBook.Order;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;

/**
 * Starts that were ordered and did not begin yet: by them a start finds its session. They are kept,
 * so that a start finds it after a restart, and at another process; and they are in memory, so that
 * the many starts that nobody ordered cost nothing.
 */
public final class Orders {
    private static final Duration LONGEST = Duration.ofMinutes(15);

    private final OrderBook book;
    private final Clock clock;
    private final Waiting waiting;
    private final Runnable changed;
    private final List<Order> open = new CopyOnWriteArrayList<>();

    /**
     * Knows what was ordered before.
     *
     * @param waiting who knows of orders that are not written here
     * @param changed tells other processes that there is something new
     */
    public Orders(OrderBook book, Clock clock, Waiting waiting, Runnable changed) {
        this.book = book;
        this.clock = clock;
        this.waiting = waiting;
        this.changed = changed;
        recall();
    }

    /** Sessions that wait for a start. */
    @FunctionalInterface
    public interface Waiting {
        /** The session whose order such a start carries out. */
        Optional<String> session(String station, int evse, String token);
    }

    /** Reads all again. */
    public void recall() {
        List<Order> kept = book.open(clock.instant());
        open.removeIf(order -> !kept.contains(order));
        kept.stream().filter(order -> !open.contains(order)).forEach(open::add);
    }

    /** Notes an order. */
    public void add(String station, int evse, String token, String session) {
        Instant now = clock.instant();
        open.removeIf(order -> order.until().isBefore(now) || order.session().equals(session));
        // As the book has it.
        Instant until = now.plus(LONGEST).truncatedTo(ChronoUnit.MILLIS);
        Order order = new Order(station, evse, token, session, until);
        book.add(order);
        open.add(order);
        changed.run();
    }

    /** The session of the order that a start carries out, which is then no longer open. */
    public Optional<String> take(String station, int evse, Optional<String> token) {
        return fitting(station, evse, token).stream()
                .filter(this::carriedOut)
                .findFirst()
                .map(Order::session)
                .or(() -> token.flatMap(who -> waiting.session(station, evse, who)));
    }

    /** Whether such a start was ordered; the order stays open. */
    public boolean expects(String station, int evse, String token) {
        return !fitting(station, evse, Optional.of(token)).isEmpty()
                || waiting.session(station, evse, token).isPresent();
    }

    private List<Order> fitting(String station, int evse, Optional<String> token) {
        Instant now = clock.instant();
        return open.stream()
                .filter(order -> fits(order, station, evse, token))
                .filter(order -> order.until().isAfter(now))
                .toList();
    }

    /** By nobody else, here or at another process. */
    private boolean carriedOut(Order order) {
        return open.remove(order) && book.remove(order.session());
    }

    private static boolean fits(Order order, String where, int number, Optional<String> who) {
        return order.station().equals(where)
                && (order.evse() == number || number == 0)
                && who.filter(order.token()::equalsIgnoreCase).isPresent();
    }

    /** The order came to nothing. */
    public void drop(String session) {
        open.removeIf(order -> order.session().equals(session));
        book.remove(session);
    }
}
