package network.opencharging.tools.proxy.pass;

import java.nio.charset.StandardCharsets;
import java.util.Map;

/**
 * Addresses that are exchanged in what passes, so that both sides keep speaking through the proxy.
 *
 * @param addresses what stands in place of what; empty: nothing is changed
 */
public record Rewriting(Map<String, String> addresses) {
    /** Nothing is changed. */
    public static final Rewriting NONE = new Rewriting(Map.of());

    /** Copies. */
    public Rewriting {
        addresses = Map.copyOf(addresses);
    }

    boolean isNone() {
        return addresses.isEmpty();
    }

    /** Bodies that are packed stay as they are. */
    boolean concerns(Head head) {
        return !isNone()
                && (head.says("Content-Type", "json")
                        || head.headers().get("Content-Type").isEmpty())
                && head.headers().get("Content-Encoding").isEmpty();
    }

    byte[] body(byte[] body) {
        String text = new String(body, StandardCharsets.ISO_8859_1);
        for (Map.Entry<String, String> one : addresses.entrySet()) {
            text =
                    text.replace(one.getKey(), one.getValue())
                            .replace(escaped(one.getKey()), escaped(one.getValue()));
        }
        return text.getBytes(StandardCharsets.ISO_8859_1);
    }

    Head head(Head head) {
        String text = head.text();
        for (Map.Entry<String, String> one : addresses.entrySet()) {
            text = text.replace(one.getKey(), one.getValue());
        }
        return new Head(text);
    }

    /** Some write every slash of JSON with a backslash. */
    private static String escaped(String address) {
        return address.replace("/", "\\/");
    }
}
