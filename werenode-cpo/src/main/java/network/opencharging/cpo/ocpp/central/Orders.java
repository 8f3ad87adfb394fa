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

    public Orders(Clock clock) {
        this.clock = clock;
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
    public synchronized Optional<String> take(String station, int evse, Optional<String> token) {
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
