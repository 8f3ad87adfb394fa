package network.opencharging.cpo.account;

/** What the driver identified with (OCPI 2.2.1 §12.4.4). */
public enum TokenType {
    /** Paid on the spot; never roams. */
    AD_HOC_USER,
    /** An app's user. */
    APP_USER,
    /** Something else. */
    OTHER,
    /** A card. */
    RFID
}
