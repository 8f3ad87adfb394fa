package network.opencharging.cpo.admin;

import network.opencharging.cpo.people.Role;

/**
 * What one must be for a part of the API, and whose it is about.
 *
 * @param role the least one
 * @param scope which tenants
 */
public record Right(Role role, Scope scope) {
    /** Whose a part of the API is about; told by the path where it names one. */
    public enum Scope {
        /** The whole house: tenants have no part in it. */
        HOUSE,
        /** Several things: whoever answers leaves out what is not seen, or asks what it may be. */
        EACH,
        /** A station. */
        STATION,
        /** A plug. */
        PLUG,
        /** A port of a device. */
        DEVICE,
        /** A command that a station was given. */
        COMMAND,
        /** A location. */
        LOCATION,
        /** A tariff. */
        TARIFF,
        /** A session. */
        SESSION,
        /** A CDR. */
        CDR
    }
}
