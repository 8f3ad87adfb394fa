package network.opencharging.cpo.ocpp.door;

import jakarta.servlet.http.HttpServletRequest;

import network.opencharging.cpo.ocpp.frame.OcppVersion;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.server.ServerHttpRequest;
import org.springframework.http.server.ServerHttpResponse;
import org.springframework.http.server.ServletServerHttpRequest;
import org.springframework.web.socket.WebSocketHandler;
import org.springframework.web.socket.server.HandshakeInterceptor;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.security.cert.X509Certificate;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;

/** Asks everybody at the door who he is; what is wrong has an HTTP status of its own. */
public final class Handshake implements HandshakeInterceptor {
    /** Under which name the station's identity travels to its socket. */
    static final String STATION = "station";

    private static final Logger LOG = LoggerFactory.getLogger(Handshake.class);
    private static final String CERTIFICATES = "jakarta.servlet.request.X509Certificate";
    private static final int BAD_REQUEST = 400;
    private static final int UNAUTHORIZED = 401;
    private static final int TOO_MANY = 429;
    private static final int BUSY = 503;

    private final Admittance admittance;
    private final StormGate gate;

    public Handshake(Admittance admittance, StormGate gate) {
        this.admittance = admittance;
        this.gate = gate;
    }

    @Override
    public boolean beforeHandshake(
            ServerHttpRequest request,
            ServerHttpResponse response,
            WebSocketHandler handler,
            Map<String, Object> attributes) {
        if (!gate.passes()) {
            response.getHeaders().set("Retry-After", "5");
            response.setStatusCode(HttpStatusCode.valueOf(BUSY));
            return false;
        }
        Caller caller = caller(request);
        Entry entry = speaks(request) ? admittance.decide(caller) : speechless();
        return switch (entry) {
            case Entry.Welcome() -> {
                attributes.put(STATION, caller.id());
                yield true;
            }
            case Entry.Turned(int status, String why) -> {
                LOG.info("turned away {}: {}", printable(caller.id()), why);
                response.setStatusCode(HttpStatusCode.valueOf(status));
                if (status == UNAUTHORIZED) {
                    response.getHeaders().set("WWW-Authenticate", "Basic realm=\"stations\"");
                }
                if (status == TOO_MANY) {
                    response.getHeaders()
                            .set("Retry-After", String.valueOf(Guesses.PAUSE.toSeconds()));
                }
                yield false;
            }
        };
    }

    private static Entry speechless() {
        return new Entry.Turned(
                BAD_REQUEST, "no Sec-WebSocket-Protocol of ocpp1.6, ocpp2.0.1, ocpp2.1");
    }

    private static boolean speaks(ServerHttpRequest request) {
        return request.getHeaders().getOrEmpty("Sec-WebSocket-Protocol").stream()
                .flatMap(line -> Arrays.stream(line.split(",")))
                .anyMatch(name -> OcppVersion.of(name.trim()).isPresent());
    }

    private static Caller caller(ServerHttpRequest request) {
        HttpServletRequest plain = ((ServletServerHttpRequest) request).getServletRequest();
        return new Caller(
                identity(plain.getRequestURI()),
                String.valueOf(plain.getRemoteAddr()),
                plain.isSecure(),
                Optional.ofNullable(plain.getHeader("Authorization")),
                certificate(plain));
    }

    private static Optional<X509Certificate> certificate(HttpServletRequest request) {
        return request.getAttribute(CERTIFICATES) instanceof X509Certificate[] chain
                        && chain.length > 0
                ? Optional.of(chain[0])
                : Optional.empty();
    }

    /** The last part of the address; a plus is a plus there. */
    private static String identity(String path) {
        String last = path.substring(path.lastIndexOf('/') + 1);
        try {
            return URLDecoder.decode(last.replace("+", "%2B"), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            return "";
        }
    }

    private static String printable(String id) {
        return id.replaceAll("[^ -~]", "?");
    }

    @Override
    public void afterHandshake(
            ServerHttpRequest request,
            ServerHttpResponse response,
            WebSocketHandler handler,
            @Nullable Exception failure) {
        if (failure != null) {
            LOG.info("a handshake failed", failure);
        }
    }
}
