package network.opencharging.cpo.config;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import network.opencharging.cpo.admin.AdminHand;
import network.opencharging.cpo.admin.Reach;
import network.opencharging.cpo.admin.Rights;
import network.opencharging.cpo.admin.SightArgument;
import network.opencharging.cpo.ops.LoginDesk;
import network.opencharging.cpo.people.AuditBook;
import network.opencharging.cpo.people.Caller;
import network.opencharging.cpo.people.Entrance;
import network.opencharging.cpo.people.Estate;
import network.opencharging.cpo.people.Marks;
import network.opencharging.cpo.people.Role;
import network.opencharging.cpo.people.Sight;

import tools.jackson.databind.node.JsonNodeFactory;

import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Optional;
import java.util.Set;
import java.util.function.IntSupplier;
import java.util.function.Supplier;

/**
 * The operator's API and page are at the operator's port only; stations are not, and what everybody
 * may know is at a third. Whoever comes to the operator's shows the operator's key, a token, or in
 * a browser a ticket; does what his role allows, with what is in his sight; and what he changed is
 * written down.
 */
final class AdminDoor extends HttpFilter {
    private static final String SCHEME = "Bearer ";
    private static final String LOGIN = "/admin/login";
    private static final Set<String> READING = Set.of("GET", "HEAD", "OPTIONS");
    private static final Set<String> OPEN =
            Set.of(
                    "/",
                    "/admin",
                    "/admin/",
                    "/admin/page.js",
                    "/admin/page.css",
                    LOGIN,
                    "/admin/login/oidc",
                    "/admin/login/oidc/return",
                    "/admin/openapi.json");

    private static final String PUBLIC = "/api/";

    private final transient Ports ports;
    private final transient Supplier<Keepers> keepers;
    private final transient Rights rights = new Rights();

    /**
     * Who keeps the door; there only when the database is.
     *
     * @param reach what a path names
     */
    record Keepers(
            Entrance entrance,
            Marks marks,
            Estate estate,
            Reach reach,
            AuditBook audit,
            Clock clock) {}

    /**
     * Where is what; known once the server runs.
     *
     * @param open where everybody may come; -1: nowhere
     */
    record Ports(IntSupplier operators, IntSupplier open) {}

    AdminDoor(Ports ports, Supplier<Keepers> keepers) {
        this.ports = ports;
        this.keepers = keepers;
    }

    /** Who came, and how. */
    private record Shown(Caller caller, boolean byBrowser) {}

    @Override
    protected void doFilter(
            HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        String path = read(request);
        int port = request.getLocalPort();
        boolean here = port == ports.operators().getAsInt();
        boolean open = port == ports.open().getAsInt();
        if (here != (OPEN.contains(path) || path.startsWith("/admin/"))
                || open != path.startsWith(PUBLIC)) {
            response.sendError(HttpServletResponse.SC_NOT_FOUND);
        } else if (!here) {
            chain.doFilter(request, response);
        } else if (path.equals(LOGIN) && isOfAnotherPage(request)) {
            say(response, HttpServletResponse.SC_FORBIDDEN, "this is another page's");
        } else if (OPEN.contains(path)) {
            chain.doFilter(request, response);
        } else {
            known(request, response, chain);
        }
    }

    /**
     * The path as whoever answers will read it, unescaped and without parameters: as it is written,
     * {@code /%61dmin} and {@code /admin;x} would be other places, where nobody keeps a door.
     */
    private static String read(HttpServletRequest request) {
        String rest = request.getPathInfo();
        return rest == null ? request.getServletPath() : request.getServletPath() + rest;
    }

    private void known(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        Optional<Shown> shown = shown(request);
        if (shown.isEmpty()) {
            response.setHeader("WWW-Authenticate", "Bearer");
            response.sendError(HttpServletResponse.SC_UNAUTHORIZED);
            return;
        }
        Caller caller = shown.get().caller();
        boolean reads = READING.contains(request.getMethod());
        if (reads || isQuestion(request)) {
            judged(request, response, chain, shown.get());
            return;
        }
        int status = HttpServletResponse.SC_INTERNAL_SERVER_ERROR;
        try {
            judged(request, response, chain, shown.get());
            status = response.getStatus();
        } finally {
            write(request, status, caller);
        }
    }

    /** What everybody may send is a question with a body: nothing changes by it. */
    private boolean isQuestion(HttpServletRequest request) {
        return request.getMethod().equals("POST")
                && rights.of("POST", request.getRequestURI()).right().role() == Role.VIEWER;
    }

    private void judged(
            HttpServletRequest request,
            HttpServletResponse response,
            FilterChain chain,
            Shown shown)
            throws IOException, ServletException {
        Caller caller = shown.caller();
        if (!READING.contains(request.getMethod()) && shown.byBrowser() && !hasWord(request)) {
            say(response, HttpServletResponse.SC_FORBIDDEN, "load the page again");
            return;
        }
        Rights.Claim claim = rights.of(request.getMethod(), request.getRequestURI());
        if (!caller.role().covers(claim.right().role())) {
            say(
                    response,
                    HttpServletResponse.SC_FORBIDDEN,
                    "this takes the role %s, and %s has the role %s"
                            .formatted(claim.right().role(), caller.name(), caller.role()));
            return;
        }
        Sight sight = keepers.get().estate().sight(caller);
        Optional<String> refusal = keepers.get().reach().refusal(claim, sight);
        if (refusal.isPresent()) {
            say(response, HttpServletResponse.SC_NOT_FOUND, refusal.get());
            return;
        }
        request.setAttribute(SightArgument.NAME, sight);
        request.setAttribute(LoginDesk.CALLER, caller);
        chain.doFilter(request, response);
    }

    private Optional<Shown> shown(HttpServletRequest request) {
        String header = request.getHeader("Authorization");
        if (header != null) {
            return header.startsWith(SCHEME)
                    ? keepers.get()
                            .entrance()
                            .byBearer(header.substring(SCHEME.length()))
                            .flatMap(caller -> behind(request, caller))
                            .map(caller -> new Shown(caller, false))
                    : Optional.empty();
        }
        return isOfAnotherPage(request)
                ? Optional.empty()
                : LoginDesk.ticket(request)
                        .flatMap(keepers.get().entrance()::byTicket)
                        .map(caller -> new Shown(caller, true));
    }

    /** Another process asks with the key, for somebody who may do less. */
    private static Optional<Caller> behind(HttpServletRequest request, Caller caller) {
        String line = request.getHeader(AdminHand.FOR);
        return line == null || !caller.equals(Caller.KEY) ? Optional.of(caller) : Caller.of(line);
    }

    private boolean hasWord(HttpServletRequest request) {
        String word = request.getHeader(LoginDesk.WORD);
        return word != null
                && LoginDesk.ticket(request)
                        .filter(ticket -> keepers.get().marks().isWord(ticket, word))
                        .isPresent();
    }

    private void write(HttpServletRequest request, int status, Caller caller) {
        String query = request.getQueryString();
        keepers.get()
                .audit()
                .write(
                        new AuditBook.Deed(
                                keepers.get().clock().instant(),
                                caller.name(),
                                caller.tenant(),
                                request.getMethod()
                                        + " "
                                        + request.getRequestURI()
                                        + (query == null ? "" : "?" + query),
                                status,
                                request.getRemoteAddr()));
    }

    private static void say(HttpServletResponse response, int status, String why)
            throws IOException {
        response.setStatus(status);
        response.setContentType("application/json");
        response.getOutputStream()
                .write(
                        JsonNodeFactory.instance
                                .objectNode()
                                .put("error", why)
                                .toString()
                                .getBytes(StandardCharsets.UTF_8));
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
