package network.opencharging.cpo.config;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import network.opencharging.cpo.ops.PageDesk;
import network.opencharging.cpo.ops.Tickets;

import java.io.IOException;
import java.net.URI;
import java.util.Optional;
import java.util.Set;
import java.util.function.IntSupplier;
import java.util.stream.Stream;

/**
 * The operator's API and page are at the operator's port only, for whoever has the key or, in a
 * browser, a ticket for it; stations are not.
 */
final class AdminDoor extends HttpFilter {
    private static final String SCHEME = "Bearer ";
    private static final Set<String> OPEN =
            Set.of(
                    "/",
                    "/admin",
                    "/admin/",
                    "/admin/page.js",
                    "/admin/page.css",
                    "/admin/login",
                    "/admin/openapi.json");

    private final transient Tickets tickets;
    private final transient IntSupplier port;

    /**
     * @param port where the operator's API is, known once the server runs
     */
    AdminDoor(Tickets tickets, IntSupplier port) {
        this.tickets = tickets;
        this.port = port;
    }

    @Override
    protected void doFilter(
            HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        String path = request.getRequestURI();
        boolean here = request.getLocalPort() == port.getAsInt();
        if (here != (OPEN.contains(path) || path.startsWith("/admin/"))) {
            response.sendError(HttpServletResponse.SC_NOT_FOUND);
        } else if (here && !OPEN.contains(path) && !hasKey(request) && !hasTicket(request)) {
            response.setHeader("WWW-Authenticate", "Bearer");
            response.sendError(HttpServletResponse.SC_UNAUTHORIZED);
        } else {
            chain.doFilter(request, response);
        }
    }

    private boolean hasKey(HttpServletRequest request) {
        String header = request.getHeader("Authorization");
        return header != null
                && header.startsWith(SCHEME)
                && tickets.isKey(header.substring(SCHEME.length()));
    }

    private boolean hasTicket(HttpServletRequest request) {
        return !isOfAnotherPage(request)
                && Optional.ofNullable(request.getCookies()).stream()
                        .flatMap(Stream::of)
                        .filter(cookie -> cookie.getName().equals(PageDesk.COOKIE))
                        .map(Cookie::getValue)
                        .anyMatch(tickets::isGood);
    }

    /** A page at another port of this host is sent the same cookies, and says where it is from. */
    private static boolean isOfAnotherPage(HttpServletRequest request) {
        String origin = request.getHeader("Origin");
        return origin != null && !authority(origin).equals(request.getHeader("Host"));
    }

    private static String authority(String origin) {
        try {
            return String.valueOf(URI.create(origin).getAuthority());
        } catch (IllegalArgumentException _) {
            return "";
        }
    }
}
