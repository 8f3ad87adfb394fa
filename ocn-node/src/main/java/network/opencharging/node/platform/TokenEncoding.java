package network.opencharging.node.platform;

/** How a token is written behind the word {@code Token} in the Authorization header. */
public enum TokenEncoding {
    /** Base64 of the token, as OCPI 2.2.1 §4.1.1 demands. */
    BASE64,
    /** The token itself, as platforms from the time of 2.2 write and expect it. */
    RAW
}
