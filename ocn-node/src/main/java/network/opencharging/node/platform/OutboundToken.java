package network.opencharging.node.platform;

import network.opencharging.protocol.message.CredentialsToken;

/**
 * The token this node shows to a platform. Its text never appears in a log.
 *
 * @param token the token as it stood in the credentials object
 * @param encoding how this platform wants it written
 */
public record OutboundToken(CredentialsToken token, CredentialsToken.Encoding encoding) {

    /** The value of the Authorization header. */
    public String authorization() {
        return token.header(encoding);
    }

    /** The same token, written the other way. */
    public OutboundToken as(CredentialsToken.Encoding other) {
        return new OutboundToken(token, other);
    }
}
