package network.opencharging.bridge.model;

/**
 * A value of an enumeration that may grow: what the version does not list is kept, so that a
 * partner of a newer version loses nothing.
 */
public interface OpenEnum {

    /** The text on the wire. */
    String value();

    /** True when this version of OCPI lists the value. */
    boolean isKnown();
}
