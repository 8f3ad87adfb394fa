package network.opencharging.cpo.api;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import network.opencharging.cpo.people.Attempts;

import java.io.IOException;
import java.time.Duration;
import java.util.Set;

/** Everybody may read, from any page, and not more often than is of use. */
public final class PublicFilter extends HttpFilter {
    private static final Set<String> READING = Set.of("GET", "HEAD");
    private static final int TOO_MANY = 429;

    private final transient Attempts attempts;

    /**
     * @param attempts how often from one address
     */
    public PublicFilter(Attempts attempts) {
        this.attempts = attempts;
    }

    @Override
    protected void doFilter(
            HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        response.setHeader("Access-Control-Allow-Origin", "*");
        response.setHeader("Access-Control-Expose-Headers", "ETag, Retry-After");
        Duration pause = attempts.ask(request.getRemoteAddr());
        if (!READING.contains(request.getMethod())) {
            response.setHeader("Allow", "GET, HEAD");
            response.sendError(HttpServletResponse.SC_METHOD_NOT_ALLOWED);
        } else if (pause.isZero()) {
            chain.doFilter(request, response);
        } else {
            response.setHeader("Retry-After", String.valueOf(pause.toSeconds() + 1));
            response.sendError(TOO_MANY);
        }
    }
}
