package network.opencharging.tools.mock;

import network.opencharging.tools.exchange.Exchange;
import network.opencharging.tools.mock.fault.Fault;
import network.opencharging.tools.ocpi.Identity;
import network.opencharging.tools.ocpi.Signing;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Supplier;

/**
 * How a mock party is set up. Begin with {@link #of} and change what matters.
 *
 * @param identity who it is
 * @param port where it listens, 0 for any free port
 * @param signing how it signs and checks
 * @param seams where time, ids and news come from and go to
 * @param size how much it has to offer
 * @param faults what it does wrong
 */
public record Settings(
        Identity identity, int port, Signing signing, Seams seams, Size size, List<Fault> faults) {
    /** Copies. */
    public Settings {
        faults = List.copyOf(faults);
    }

    /**
     * Where time, ids and news come from and go to.
     *
     * @param clock the time of messages
     * @param stationClock the time at the stations, which a story may let run faster
     * @param ids makes ids of messages
     * @param tokens makes tokens that nobody can guess
     * @param watcher is told every exchange
     */
    public record Seams(
            Clock clock,
            Clock stationClock,
            Supplier<String> ids,
            Supplier<String> tokens,
            Consumer<Exchange> watcher) {

        /** Real or tested time and chance, with a clock of its own for the stations. */
        public static Seams of(
                network.opencharging.tools.seam.Seams seams,
                Clock stationClock,
                Consumer<Exchange> watcher) {
            return new Seams(seams.clock(), stationClock, seams.ids(), seams.tokens(), watcher);
        }
    }

    /**
     * How much a party has to offer, and how long it waits.
     *
     * @param locations how many Locations a CPO has
     * @param seed the same seed gives the same Locations
     * @param pageSize how many objects a list gives at most
     * @param deadline how long it waits for an answer
     */
    public record Size(int locations, long seed, int pageSize, Duration deadline) {
        /** A small party. */
        public static final Size SMALL = new Size(5, 1, 50, Duration.ofSeconds(20));
    }

    /** A small party at any free port that does not sign. */
    public static Settings of(Identity identity, Seams seams) {
        return new Settings(identity, 0, Signing.none(), seams, Size.SMALL, List.of());
    }

    /** With another port. */
    public Settings at(int otherPort) {
        return new Settings(identity, otherPort, signing, seams, size, faults);
    }

    /** With signatures. */
    public Settings signing(Signing other) {
        return new Settings(identity, port, other, seams, size, faults);
    }

    /** With more or less to offer. */
    public Settings size(Size other) {
        return new Settings(identity, port, signing, seams, other, faults);
    }

    /** With faults. */
    public Settings faults(List<Fault> other) {
        return new Settings(identity, port, signing, seams, size, other);
    }
}
