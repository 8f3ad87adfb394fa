package network.opencharging.protocol.route;

/**
 * The side of a module that a request is addressed to (OCPI 2.2.1 §6.2.3 {@code InterfaceRole}):
 * the direction of the data, not of the HTTP request.
 */
public enum InterfaceRole {
    /**
     * The interface of the owner of the data: pulled from, asked for authorisation, and called
     * back.
     */
    SENDER,
    /** The interface of the receiver of the data: pushed to, and commanded. */
    RECEIVER
}
