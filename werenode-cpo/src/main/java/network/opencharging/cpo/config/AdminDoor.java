package network.opencharging.cpo.config;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.function.IntSupplier;

/** The operator's API is at the operator's port only, for whoever has the key; stations are not. */
final class AdminDoor extends HttpFilter {
    private static final String SCHEME = "Bearer ";
    private static final String OPEN = "/admin/openapi.json";

    private final byte[] key;
    private final IntSupplier port;

    /**
     * @param port where the operator's API is, known once the server runs
     */
    AdminDoor(String key, IntSupplier port) {
        this.key = key.getBytes(StandardCharsets.UTF_8);
        this.port = port;
    }

    @Override
    protected void doFilter(
            HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        boolean admin = request.getRequestURI().startsWith("/admin/");
        if (admin != (request.getLocalPort() == port.getAsInt())) {
            response.sendError(HttpServletResponse.SC_NOT_FOUND);
        } else if (admin && !request.getRequestURI().equals(OPEN) && !hasKey(request)) {
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
                && MessageDigest.isEqual(
                        header.substring(SCHEME.length()).getBytes(StandardCharsets.UTF_8), key);
    }
}
