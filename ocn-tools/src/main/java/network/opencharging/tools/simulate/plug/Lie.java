package network.opencharging.tools.simulate.plug;

/** What a plug may do wrong. */
public enum Lie {
    /** Nothing. */
    NONE,
    /** It says that it is off while it is on. */
    OFF,
    /** Its counter stands. */
    COUNTER,
    /** It stays on, whatever it is told. */
    STUCK,
    /** It never cuts itself off. */
    TIMER
}
