package network.opencharging.cpo.ocpp.central;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Starts that were ordered and did not begin yet: by them a start finds its session. */
public final class Orders {
    private static final Duration LONGEST = Duration.ofMinutes(15);

    private final Clock clock;
    private final List<Order> open = new ArrayList<>();

    private final Waiting waiting;

    public Orders(Clock clock) {
        this(clock, (_, _, _) -> Optional.empty());
    }

    /**
     * @param waiting who knows of orders that were given before this process began
     */
    public Orders(Clock clock, Waiting waiting) {
        this.clock = clock;
        this.waiting = waiting;
    }

    /** Sessions that wait for a start. */
    @FunctionalInterface
    public interface Waiting {
        /** The session whose order such a start carries out. */
        Optional<String> session(String station, int evse, String token);
    }

    private record Order(String station, int evse, String token, String session, Instant until) {
        boolean fits(String where, int number, Optional<String> who) {
            return station.equals(where)
                    && (evse == number || number == 0)
                    && who.filter(token::equalsIgnoreCase).isPresent();
        }
    }

    /** Notes an order. */
    public synchronized void add(String station, int evse, String token, String session) {
        Instant now = clock.instant();
        open.removeIf(order -> order.until().isBefore(now));
        open.add(new Order(station, evse, token, session, now.plus(LONGEST)));
    }

    /** The session of the order that a start carries out, which is then no longer open. */
    public Optional<String> take(String station, int evse, Optional<String> token) {
        return remembered(station, evse, token)
                .or(() -> token.flatMap(who -> waiting.session(station, evse, who)));
    }

    /** Whether such a start was ordered; the order stays open. */
    public boolean expects(String station, int evse, String token) {
        synchronized (this) {
            Instant now = clock.instant();
            for (Order order : open) {
                if (order.fits(station, evse, Optional.of(token)) && order.until().isAfter(now)) {
                    return true;
                }
            }
        }
        return waiting.session(station, evse, token).isPresent();
    }

    private synchronized Optional<String> remembered(
            String station, int evse, Optional<String> token) {
        for (Order order : open) {
            if (order.fits(station, evse, token) && order.until().isAfter(clock.instant())) {
                open.remove(order);
                return Optional.of(order.session());
            }
        }
        return Optional.empty();
    }

    /** The order came to nothing. */
    public synchronized void drop(String session) {
        open.removeIf(order -> order.session().equals(session));
    }
}
