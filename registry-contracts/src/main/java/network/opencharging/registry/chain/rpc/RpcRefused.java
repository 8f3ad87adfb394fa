package network.opencharging.registry.chain.rpc;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The chain answered with an error: a call that reverts, a range that is too wide, and the like.
 */
public final class RpcRefused extends RpcException {
    private static final Pattern HEX = Pattern.compile("0x(?:[0-9a-fA-F]{2}){4,}");

    private final String method;
    private final String reason;
    private final String data;

    RpcRefused(String method, int code, String reason, String data) {
        super("%s was refused: %s (code %d)".formatted(method, shortened(reason), code));
        this.method = method;
        this.reason = reason;
        this.data = data;
    }

    /** Some nodes repeat the whole request in their answer. */
    private static String shortened(String text) {
        return text.length() <= 300 ? text : text.substring(0, 300) + " ...";
    }

    /** The JSON-RPC method. */
    public String method() {
        return method;
    }

    /** What the chain's node said. */
    public String reason() {
        return reason;
    }

    /**
     * What a contract gave as its reason: the encoded error, if this is a revert. Nodes differ in
     * where they put it, so it is looked for.
     */
    public Optional<String> revertData() {
        Matcher matcher = HEX.matcher(data);
        return matcher.find() ? Optional.of(matcher.group()) : Optional.empty();
    }

    /** Whether a contract refused, not the node. */
    public boolean isRevert() {
        return revertData().isPresent()
                || reason.toLowerCase(java.util.Locale.ROOT).contains("revert");
    }
}
