package network.opencharging.cpo.config;

import network.opencharging.cpo.ocpp.away.StationWatch;
import network.opencharging.cpo.ocpp.central.Orders;
import network.opencharging.cpo.process.Bell;
import network.opencharging.cpo.process.Duties;
import network.opencharging.cpo.process.Errands;
import network.opencharging.cpo.store.JdbcHolders;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/**
 * What this process does when another has written something, and from time to time. Not for several
 * threads: the bell has one.
 */
final class Company implements Bell.Ears {
    /** Stations: the operator decided something about one. */
    static final String STATION = "station";

    /** There are other orders to start. */
    static final String ORDERS = "orders";

    private static final int SELDOM = 15;

    private final StationWatch stations;
    private final Orders orders;
    private final Errands errands;
    private final Duties duties;
    private final List<Runnable> often;
    private final Pace pace;
    private Instant next = Instant.MIN;
    private int rounds;

    /**
     * How often this process shows itself.
     *
     * @param every well below the time after which others take it for dead
     */
    record Pace(Clock clock, Duration every) {}

    /**
     * @param often what is done then
     */
    Company(
            StationWatch stations,
            Orders orders,
            Errands errands,
            Duties duties,
            List<Runnable> often,
            Pace pace) {
        this.stations = stations;
        this.orders = orders;
        this.errands = errands;
        this.duties = duties;
        this.often = List.copyOf(often);
        this.pace = pace;
    }

    @Override
    public void rang(String word, String about) {
        switch (word) {
            case STATION -> stations.decided(about);
            case ORDERS -> orders.recall();
            case JdbcHolders.WORD -> {
                String[] parts = about.split(" ", 2);
                stations.taken(parts[0], parts[1]);
            }
            // For errands is looked after each ring.
            default -> {}
        }
    }

    @Override
    public void missed() {
        orders.recall();
        stations.compare();
        looked();
    }

    @Override
    public void looked() {
        duties.look();
        errands.look();
        Instant now = pace.clock().instant();
        if (!now.isBefore(next)) {
            next = now.plus(pace.every());
            round();
        }
    }

    /** Shows this process, and does what only one that lives may do. */
    void round() {
        often.forEach(Runnable::run);
        stations.bury();
        if (++rounds % SELDOM == 0) {
            stations.compare();
        }
    }
}
