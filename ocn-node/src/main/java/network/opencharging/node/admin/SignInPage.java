package network.opencharging.node.admin;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;

/** The page on which people sign in. Works without scripts. */
final class SignInPage {
    private SignInPage() {}

    static byte[] with(String message, String next, boolean provider) {
        return template()
                .replace("{{message}}", escaped(message))
                .replace("{{next}}", escaped(next))
                .replace("{{elsewhere}}", provider ? "elsewhere" : "elsewhere absent")
                .replace("{{link}}", URLEncoder.encode(next, StandardCharsets.UTF_8))
                .getBytes(StandardCharsets.UTF_8);
    }

    private static String template() {
        try (InputStream page = SignInPage.class.getResourceAsStream("sign-in.html")) {
            if (page == null) {
                throw new IllegalStateException("sign-in.html is not in the jar");
            }
            return new String(page.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException("sign-in.html cannot be read", e);
        }
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;")
                .replace("'", "&#39;");
    }
}
