package network.opencharging.cpo.account;

/** How the driver was let in (OCPI 2.2.1 §10.4.1). */
public enum AuthMethod {
    /** The eMSP was asked. */
    AUTH_REQUEST,
    /** The eMSP commanded the start. */
    COMMAND,
    /** The token was on the list; nobody was asked. */
    WHITELIST
}
