package network.opencharging.tools.simulate.station;

import network.opencharging.tools.simulate.meter.Meter;

import java.util.Optional;
import java.util.OptionalInt;

/** One EVSE with one connector. */
public final class Evse {
    /** Three phases of 32 A, in W: what its composite schedules say where nothing limits it. */
    public static final long MOST_WATTS = 22_080;

    private final int id;
    private final Meter meter;
    private boolean plugged;
    private boolean used;
    private boolean operative = true;
    private Optional<Boolean> operativeLater = Optional.empty();
    private Optional<String> fault = Optional.empty();
    private Optional<Allowed> allowed = Optional.empty();
    private Optional<Charge> charge = Optional.empty();
    private Optional<Reservation> reservation = Optional.empty();

    /**
     * Somebody may charge and has not begun.
     *
     * @param remote the number of the order
     */
    record Allowed(Token token, OptionalInt remote) {}

    Evse(int id, Meter meter) {
        this.id = id;
        this.meter = meter;
    }

    /** From 1. */
    public int id() {
        return id;
    }

    /** Its meter. */
    public Meter meter() {
        return meter;
    }

    /** How it is. */
    public EvseState state() {
        if (fault.isPresent()) {
            return EvseState.FAULTED;
        }
        if (charge.isPresent()) {
            return flowing();
        }
        if (!operative) {
            return EvseState.UNAVAILABLE;
        }
        if (plugged || allowed.isPresent()) {
            return used ? EvseState.FINISHING : EvseState.PREPARING;
        }
        return reservation.isPresent() ? EvseState.RESERVED : EvseState.AVAILABLE;
    }

    private EvseState flowing() {
        if (meter.watts() > 0) {
            return EvseState.CHARGING;
        }
        return meter.wished() > 0 ? EvseState.SUSPENDED_EVSE : EvseState.SUSPENDED_EV;
    }

    /** A cable is in it. */
    public boolean plugged() {
        return plugged;
    }

    void plug(boolean in) {
        plugged = in;
        used = false;
    }

    /** What goes on. */
    public Optional<Charge> charge() {
        return charge;
    }

    void begin(Charge begun) {
        charge = Optional.of(begun);
        allowed = Optional.empty();
        reservation = Optional.empty();
        meter.open();
    }

    void end() {
        charge = Optional.empty();
        used = plugged;
        meter.close();
        operativeLater.ifPresent(wanted -> operative = wanted);
        operativeLater = Optional.empty();
    }

    Optional<Allowed> allowed() {
        return allowed;
    }

    void allow(Optional<Allowed> who) {
        allowed = who;
        used = false;
    }

    /** What is wrong with it, in a word of 1.6. */
    public Optional<String> fault() {
        return fault;
    }

    void fault(Optional<String> word) {
        fault = word;
    }

    /** Whether it is in use. */
    public boolean operative() {
        return operative;
    }

    /** True when it is at once; otherwise when what goes on is over. */
    boolean operative(boolean wanted) {
        if (charge.isPresent() && !wanted) {
            operativeLater = Optional.of(false);
            return false;
        }
        operative = wanted;
        operativeLater = Optional.empty();
        return true;
    }

    /** For whom it is kept free. */
    public Optional<Reservation> reservation() {
        return reservation;
    }

    void reserve(Optional<Reservation> who) {
        reservation = who;
    }
}
