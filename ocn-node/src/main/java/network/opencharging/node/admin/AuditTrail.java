package network.opencharging.node.admin;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import network.opencharging.node.access.Administrator;
import network.opencharging.node.audit.AuditLog;
import network.opencharging.node.audit.Deed;

import java.io.IOException;
import java.time.Clock;
import java.util.Optional;
import java.util.Set;

/**
 * Writes down what administrators do. What changes something is written down before it is done, so
 * that nothing is done that cannot be written down; what only reads, where its desk says so.
 */
public final class AuditTrail {
    private static final Set<String> READING = Set.of("GET", "HEAD");

    private final AuditLog log;
    private final Clock clock;

    /** A trail in this log. */
    public AuditTrail(AuditLog log, Clock clock) {
        this.log = log;
        this.clock = clock;
    }

    /** Lets the request through, with what it does before and after in the log. */
    void follow(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        if (READING.contains(request.getMethod())) {
            chain.doFilter(request, response);
            AdminRequest.note(request)
                    .ifPresent(note -> log.begin(deed(request, done(response.getStatus(), note))));
            return;
        }
        long number = log.begin(deed(request, Deed.Outcome.OPEN));
        // What fails on the way is answered by the server with this.
        int status = HttpServletResponse.SC_INTERNAL_SERVER_ERROR;
        try {
            chain.doFilter(request, response);
            status = response.getStatus();
        } finally {
            log.end(number, new Deed.Outcome(Optional.of(status), AdminRequest.note(request)));
        }
    }

    /** Somebody was sent away. */
    void refused(HttpServletRequest request, int status, String note) {
        log.begin(deed(request, done(status, note)));
    }

    /** Somebody signed in, or tried to. */
    void signedIn(HttpServletRequest request, String name, int status, String note) {
        log.begin(
                new Deed(
                        clock.instant(),
                        name,
                        Optional.of(Administrator.Way.SESSION.name()),
                        AdminRequest.place(request),
                        what(request),
                        done(status, note)));
    }

    private Deed deed(HttpServletRequest request, Deed.Outcome outcome) {
        Optional<Administrator> who = AdminRequest.whoIfKnown(request);
        return new Deed(
                clock.instant(),
                who.map(Administrator::name).orElse(Deed.NOBODY),
                who.map(it -> it.way().name()),
                AdminRequest.place(request),
                what(request),
                outcome);
    }

    private static String what(HttpServletRequest request) {
        return request.getMethod() + " " + request.getRequestURI();
    }

    private static Deed.Outcome done(int status, String note) {
        return new Deed.Outcome(Optional.of(status), Optional.of(note));
    }
}
