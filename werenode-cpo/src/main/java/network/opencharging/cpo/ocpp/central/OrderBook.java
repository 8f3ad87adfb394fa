package network.opencharging.cpo.ocpp.central;

import java.time.Instant;
import java.util.List;

/** Orders to start, kept until they are carried out. */
public interface OrderBook {

    /** Keeps one. */
    void add(Order order);

    /** One is carried out, or came to nothing; false when it was so already. */
    boolean remove(String session);

    /** All that are open at that time. */
    List<Order> open(Instant now);

    /**
     * An order to start.
     *
     * @param evse 0 for any
     * @param session the order's session
     * @param until it is not wanted any more afterwards
     */
    record Order(String station, int evse, String token, String session, Instant until) {}
}
