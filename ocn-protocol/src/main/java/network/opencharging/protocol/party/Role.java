package network.opencharging.protocol.party;

/**
 * What a party does in the market (OCPI 2.2.1 §16.5.1 {@code Role}). The order is that of the
 * published v1 registry.
 */
public enum Role {
    /** Charge point operator. */
    CPO,
    /** E-mobility service provider. */
    EMSP,
    /** Roaming hub. */
    HUB,
    /** National access point: a national database of charging locations. */
    NAP,
    /** Navigation service provider. */
    NSP,
    /** Anything else. */
    OTHER,
    /** Smart charging service provider. */
    SCSP
}
