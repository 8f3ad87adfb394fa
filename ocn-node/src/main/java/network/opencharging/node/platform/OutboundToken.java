package network.opencharging.node.platform;

import java.nio.charset.StandardCharsets;
import java.util.Base64;

/**
 * The token this node shows to a platform. Its text never appears in a log.
 *
 * @param value the token as it stood in the credentials object
 * @param encoding how this platform wants it written
 */
public record OutboundToken(String value, TokenEncoding encoding) {

    /** The value of the Authorization header. */
    public String authorization() {
        return switch (encoding) {
            case BASE64 ->
                    "Token "
                            + Base64.getEncoder()
                                    .encodeToString(value.getBytes(StandardCharsets.UTF_8));
            case RAW -> "Token " + value;
        };
    }

    /** The same token, written the other way. */
    public OutboundToken as(TokenEncoding other) {
        return new OutboundToken(value, other);
    }

    @Override
    public String toString() {
        return "OutboundToken[hidden, " + encoding + "]";
    }
}
