package network.opencharging.cpo.effect;

/** On which side an effect is: what carries it out may be in another process than the rest. */
public enum Side {
    /** Devices and books. */
    OWN,
    /** Partners, whom only a process with a way to them can tell. */
    PARTNERS
}
