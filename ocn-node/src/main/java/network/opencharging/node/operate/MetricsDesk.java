package network.opencharging.node.operate;

import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;

import network.opencharging.protocol.json.Json;

import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RestController;

import java.nio.charset.StandardCharsets;
import java.util.function.Predicate;

/** The meters for Prometheus, behind a key of their own: who counts need not administer. */
@RestController
public class MetricsDesk {
    private static final String BEARER = "Bearer ";

    /** As Prometheus names its text form. */
    private static final MediaType TEXT =
            MediaType.parseMediaType("text/plain; version=0.0.4; charset=utf-8");

    private final PrometheusMeterRegistry registry;
    private final Predicate<String> key;

    /**
     * Tells of this registry.
     *
     * @param key whether somebody shows the right key
     */
    public MetricsDesk(PrometheusMeterRegistry registry, Predicate<String> key) {
        this.registry = registry;
        this.key = key;
    }

    /** All meters now. */
    @GetMapping("/metrics")
    public ResponseEntity<byte[]> metrics(
            @RequestHeader(name = HttpHeaders.AUTHORIZATION, required = false)
                    @Nullable String shown) {
        if (shown == null
                || !shown.startsWith(BEARER)
                || !key.test(shown.substring(BEARER.length()).strip())) {
            return ResponseEntity.status(401)
                    .header(HttpHeaders.WWW_AUTHENTICATE, "Bearer")
                    .contentType(MediaType.APPLICATION_JSON)
                    .body(
                            Json.Obj.EMPTY
                                    .with(
                                            "error",
                                            "Header Authorization must be Bearer and the key to"
                                                    + " the metrics.")
                                    .with("field", HttpHeaders.AUTHORIZATION)
                                    .bytes());
        }
        return ResponseEntity.ok()
                .contentType(TEXT)
                .body(registry.scrape().getBytes(StandardCharsets.UTF_8));
    }
}
