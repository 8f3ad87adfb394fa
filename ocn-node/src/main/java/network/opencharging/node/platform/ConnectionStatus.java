package network.opencharging.node.platform;

/** How a platform stands to the hub (OCPI 2.2.1 §15.5.1 {@code ConnectionStatus}). */
public enum ConnectionStatus {
    /** Registered and reachable as far as is known. */
    CONNECTED,
    /** Registered; did not answer when last asked. */
    OFFLINE,
    /** Invited, not registered yet. */
    PLANNED,
    /** Registered, but shut out by the administrator; no message passes. */
    SUSPENDED
}
