package network.opencharging.node.admin;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import network.opencharging.protocol.json.Json;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.io.IOException;

/** Nobody passes to the operator's API without the key. Stands before every path below /admin. */
public final class AdminGate extends HttpFilter {
    private static final Logger LOG = LoggerFactory.getLogger(AdminGate.class);

    private final transient AdminKey key;

    /** A gate with this lock. */
    public AdminGate(AdminKey key) {
        this.key = key;
    }

    @Override
    protected void doFilter(
            HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        String shown = request.getHeader("Authorization");
        if (shown != null && key.opens(shown)) {
            chain.doFilter(request, response);
            return;
        }
        LOG.warn(
                "{} {} without the admin key, from {}",
                request.getMethod(),
                request.getRequestURI(),
                request.getRemoteAddr());
        response.setStatus(HttpServletResponse.SC_UNAUTHORIZED);
        response.setHeader("WWW-Authenticate", "Token");
        response.setContentType("application/json");
        byte[] body =
                Json.Obj.EMPTY
                        .with("error", "Header Authorization must be Token and the admin key.")
                        .with("field", "Authorization")
                        .bytes();
        response.setContentLength(body.length);
        response.getOutputStream().write(body);
    }
}
