package network.opencharging.tools.simulate.station;

import network.opencharging.tools.simulate.meter.MeterSeal;

import java.time.Instant;
import java.util.Optional;
import java.util.OptionalInt;

/** A transaction. */
public final class Charge {
    private final int evse;
    private final String id;
    private final Token token;
    private final Start start;
    private int number;
    private int said;
    private Optional<MeterSeal.Shown> firstShown = Optional.empty();

    /**
     * How it came to be.
     *
     * @param remote the number of the order
     * @param reservation the number of the reservation that it fulfils
     */
    public record Start(Instant at, Trigger trigger, OptionalInt remote, OptionalInt reservation) {}

    /**
     * One.
     *
     * @param id the station's own name for it
     */
    Charge(int evse, String id, Token token, Start start) {
        this.evse = evse;
        this.id = id;
        this.token = token;
        this.start = start;
    }

    /** Where. */
    public int evse() {
        return evse;
    }

    /** The station's own name for it, as 2.0.1 has it. */
    public String id() {
        return id;
    }

    /** By whom. */
    public Token token() {
        return token;
    }

    /** How it came to be. */
    public Start start() {
        return start;
    }

    /** The central system's name for it, as 1.6 has it; 0 until it is told. */
    public int number() {
        return number;
    }

    /** The central system's name for it. */
    public void number(int told) {
        number = told;
    }

    /** Its name for both: the central system's where it has given one. */
    public String name() {
        return number > 0 ? Integer.toString(number) : id;
    }

    /** Counts what is said of it, from 0. */
    public int next() {
        return said++;
    }

    Optional<MeterSeal.Shown> firstShown() {
        return firstShown;
    }

    void firstShown(MeterSeal.Shown shown) {
        firstShown = Optional.of(shown);
    }
}
