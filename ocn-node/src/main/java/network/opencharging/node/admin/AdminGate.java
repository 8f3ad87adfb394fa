package network.opencharging.node.admin;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import network.opencharging.node.access.Access;
import network.opencharging.node.access.Administrator;
import network.opencharging.node.access.Verdict;
import network.opencharging.protocol.json.Json;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;

/**
 * Nobody passes to anything below /admin who has not shown who he is: with a key in the header
 * Authorization, or with the cookie of a session; whoever changes something with a cookie shows the
 * session's proof as well, which no foreign page can know. Only signing in is open.
 */
public final class AdminGate extends HttpFilter {
    private static final Logger LOG = LoggerFactory.getLogger(AdminGate.class);
    private static final Set<String> READING = Set.of("GET", "HEAD");

    /** Scripts and styles only from here: what a party calls itself is never one. */
    private static final String POLICY =
            "default-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data:;"
                    + " form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

    private final transient Access access;
    private final transient AuditTrail trail;
    private final transient SessionCookie cookie;

    /** A gate with this lock, before which everything is written down. */
    public AdminGate(Access access, AuditTrail trail, SessionCookie cookie) {
        this.access = access;
        this.trail = trail;
        this.cookie = cookie;
    }

    @Override
    protected void doFilter(
            HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        response.setHeader("Cache-Control", "no-store");
        response.setHeader("X-Content-Type-Options", "nosniff");
        response.setHeader("Referrer-Policy", "same-origin");
        response.setHeader("Content-Security-Policy", POLICY);
        String path = request.getRequestURI();
        if (path.equals(SignInDesk.PATH) || OidcDesk.isOpen(path)) {
            chain.doFilter(request, response);
            return;
        }
        switch (verdict(request)) {
            case Verdict.Known(Administrator administrator) -> {
                AdminRequest.known(request, administrator);
                passKnown(request, response, chain);
            }
            case Verdict.TooSoon(Duration wait) -> tooSoon(response, wait);
            case Verdict.Unknown _ -> stranger(request, response);
        }
    }

    private Verdict verdict(HttpServletRequest request) {
        String shown = request.getHeader("Authorization");
        if (shown != null) {
            return access.byKey(shown, AdminRequest.place(request));
        }
        return cookie.in(request).map(access::bySession).orElseGet(Verdict.Unknown::new);
    }

    private void passKnown(
            HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        if (isUnproven(request)) {
            trail.refused(request, 403, "without the proof of the session");
            refuse(
                    response,
                    403,
                    SignInDesk.PROOF,
                    "Header %s must hold the proof that GET /admin/session tells."
                            .formatted(SignInDesk.PROOF));
            return;
        }
        trail.follow(request, response, chain);
    }

    private boolean isUnproven(HttpServletRequest request) {
        if (READING.contains(request.getMethod())
                || AdminRequest.who(request).way() != Administrator.Way.SESSION) {
            return false;
        }
        String shown = Optional.ofNullable(request.getHeader(SignInDesk.PROOF)).orElse("");
        return cookie.in(request).filter(value -> access.proves(value, shown)).isEmpty();
    }

    private void stranger(HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        LOG.warn(
                "{} {} by nobody known, from {}",
                request.getMethod(),
                request.getRequestURI(),
                request.getRemoteAddr());
        boolean guessed = request.getHeader("Authorization") != null;
        if (guessed) {
            trail.refused(request, 401, "with a key that is nobody's");
        }
        String accepted = Optional.ofNullable(request.getHeader("Accept")).orElse("");
        if (!guessed && request.getMethod().equals("GET") && accepted.contains("text/html")) {
            response.setStatus(HttpServletResponse.SC_SEE_OTHER);
            response.setHeader("Location", SignInDesk.pathTo(request));
            return;
        }
        response.setHeader("WWW-Authenticate", "Token");
        refuse(
                response,
                401,
                "Authorization",
                "Header Authorization must be Token and an admin key.");
    }

    private static void tooSoon(HttpServletResponse response, Duration wait) throws IOException {
        response.setHeader("Retry-After", Long.toString(wait.toSeconds() + 1));
        refuse(
                response,
                429,
                "Authorization",
                "Too many wrong keys came from this address: wait %d seconds."
                        .formatted(wait.toSeconds() + 1));
    }

    private static void refuse(
            HttpServletResponse response, int status, String field, String sentence)
            throws IOException {
        response.setStatus(status);
        response.setContentType("application/json");
        byte[] body = Json.Obj.EMPTY.with("error", sentence).with("field", field).bytes();
        response.setContentLength(body.length);
        response.getOutputStream().write(body);
    }
}
