package network.opencharging.node.desk;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import network.opencharging.protocol.message.Body;
import network.opencharging.protocol.message.Envelope;
import network.opencharging.protocol.message.OcpiStatus;

import java.io.IOException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Clock;

/**
 * Refuses paths with broken escapes behind a semicolon. The server lets them through, and what
 * finds the handler would fall over them.
 */
public final class BrokenEscapes extends HttpFilter {
    private final Clock clock;

    /** Dates its refusals with this. */
    public BrokenEscapes(Clock clock) {
        this.clock = clock;
    }

    @Override
    protected void doFilter(
            HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        if (isBroken(request.getRequestURI())) {
            refuse(response);
        } else {
            chain.doFilter(request, response);
        }
    }

    /** Written here: whoever else would answer looks at the path again. */
    private void refuse(HttpServletResponse response) throws IOException {
        Body envelope =
                Envelope.refusal(
                                OcpiStatus.INVALID_PARAMETERS,
                                "The path has a broken escape: write %25 for a percent sign.",
                                clock.instant())
                        .toBody();
        response.setStatus(HttpServletResponse.SC_BAD_REQUEST);
        response.setContentType("application/json");
        response.setContentLength(envelope.size());
        response.getOutputStream().write(envelope.bytes());
    }

    private static boolean isBroken(String path) {
        if (path.indexOf(';') < 0 || path.indexOf('%') < 0) {
            return false;
        }
        try {
            return URLDecoder.decode(path, StandardCharsets.UTF_8).isEmpty();
        } catch (IllegalArgumentException e) {
            // That is what is asked here.
            return true;
        }
    }
}
