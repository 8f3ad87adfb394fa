package network.opencharging.node.admin;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;

import network.opencharging.node.handshake.NodeIdentity;

import org.springframework.http.ResponseCookie;

import java.net.URI;
import java.time.Duration;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The cookie of who has signed in with a browser. Cookies do not tell ports apart: two nodes on one
 * host would sign each other's operators out if their cookies had one name.
 *
 * @param name of the cookie
 * @param secure whether browsers reach the node by https only
 */
public record SessionCookie(String name, boolean secure) {
    /** That of a node, for all its processes. */
    public static SessionCookie of(NodeIdentity node) {
        URI url = URI.create(node.url());
        boolean secure = "https".equalsIgnoreCase(url.getScheme());
        int port = url.getPort() == -1 ? secure ? 443 : 80 : url.getPort();
        return new SessionCookie("ocn-admin-" + port, secure);
    }

    /** What it holds. */
    Optional<String> in(HttpServletRequest request) {
        return Optional.ofNullable(request.getCookies()).stream()
                .flatMap(Stream::of)
                .filter(cookie -> cookie.getName().equals(name))
                .map(Cookie::getValue)
                .filter(value -> !value.isEmpty())
                .findFirst();
    }

    /** As the header that sets it; no script reads it, and no foreign form sends it. */
    String set(String value, Duration lasts) {
        return ResponseCookie.from(name, value)
                .path("/admin")
                .httpOnly(true)
                .secure(secure)
                .sameSite("Lax")
                .maxAge(lasts)
                .build()
                .toString();
    }
}
