package network.opencharging.node.desk;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import network.opencharging.protocol.message.Body;
import network.opencharging.protocol.message.Envelope;
import network.opencharging.protocol.message.OcpiStatus;

import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.regex.Pattern;

/**
 * Refuses paths with broken escapes behind a semicolon, and types of content that begin with none.
 * The server lets them through, and what finds the handler would fall over them.
 */
public final class BrokenEscapes extends HttpFilter {
    private static final Pattern TYPE = Pattern.compile("[A-Za-z0-9!#$%&'*+.^_`|~-]+/");

    private final Clock clock;

    /** Dates its refusals with this. */
    public BrokenEscapes(Clock clock) {
        this.clock = clock;
    }

    @Override
    protected void doFilter(
            HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        @Nullable String type = request.getContentType();
        if (isBroken(request.getRequestURI())) {
            refuse(response, "The path has a broken escape: write %25 for a percent sign.");
        } else if (type != null && !TYPE.matcher(type).lookingAt()) {
            refuse(response, "Header Content-Type names no type: write application/json.");
        } else {
            chain.doFilter(request, response);
        }
    }

    /** Written here: whoever else would answer looks at the path again. */
    private void refuse(HttpServletResponse response, String sentence) throws IOException {
        Body envelope =
                Envelope.refusal(OcpiStatus.INVALID_PARAMETERS, sentence, clock.instant()).toBody();
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
