package network.opencharging.bridge.config;

import java.net.URI;
import java.net.URISyntaxException;

/** Settings are checked when they are read: a bridge that cannot work does not start. */
final class Check {
    private Check() {}

    /** An absolute one of HTTP. */
    static boolean isUrl(String text) {
        try {
            return text.matches("https?://[^/].*") && new URI(text).getHost() != null;
        } catch (URISyntaxException e) {
            // No URL: the caller says which setting it is.
            return false;
        }
    }

    static void that(boolean holds, String sentence) {
        if (!holds) {
            throw new IllegalArgumentException(sentence);
        }
    }
}
