package network.opencharging.node.message;

/** What comes to the port and is no request. */
public enum Noise {
    /** It cannot be read as HTTP, or its head is beyond all bounds. */
    HTTP,
    /** No TLS came about: another protocol, or no certificate that counts. */
    TLS,
    /** Plain text where TLS is spoken. */
    PLAIN_TEXT
}
