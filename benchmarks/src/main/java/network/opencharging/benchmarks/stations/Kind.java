package network.opencharging.benchmarks.stations;

/** What a station says. */
public enum Kind {
    /** It has started. */
    BOOT,
    /** How its connector is. */
    STATUS,
    /** It is alive. */
    HEARTBEAT,
    /** What its meter shows. */
    METER,
    /** Somebody charges. */
    START,
    /** He still does (2.0.1 only). */
    UPDATE,
    /** He has ended. */
    STOP;

    /** Whether it is said again, word for word, until it is answered: it is money. */
    boolean isRepeated() {
        return this == START || this == UPDATE || this == STOP;
    }
}
