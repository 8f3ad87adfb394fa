package network.opencharging.cpo.ocpp.station;

/** What is done with a payload that its schema has something against. */
public enum Strictness {
    /** It is refused: for certification. */
    STRICT,
    /** It is taken where it can be understood, and counted: for the stations that exist. */
    LENIENT
}
