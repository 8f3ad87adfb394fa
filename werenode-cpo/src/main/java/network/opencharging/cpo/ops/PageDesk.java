package network.opencharging.cpo.ops;

import org.springframework.core.io.ClassPathResource;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseCookie;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

import java.net.URI;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;

/** The page itself, and the way in. */
@RestController
public class PageDesk {
    /** The cookie that carries a ticket. */
    public static final String COOKIE = "ocn-cpo";

    private static final String POLICY =
            "default-src 'self'; img-src 'self' data:; frame-ancestors 'none'";
    private static final MediaType SCRIPT = MediaType.valueOf("text/javascript;charset=UTF-8");
    private static final MediaType STYLE = MediaType.valueOf("text/css;charset=UTF-8");
    private static final MediaType PAGE = MediaType.valueOf("text/html;charset=UTF-8");

    private final Tickets tickets;

    /** Lets in by these tickets. */
    public PageDesk(Tickets tickets) {
        this.tickets = tickets;
    }

    /** Where the page is. */
    @GetMapping({"/admin", "/"})
    ResponseEntity<Void> there() {
        return ResponseEntity.status(HttpStatus.FOUND).location(URI.create("/admin/")).build();
    }

    /** The page. */
    @GetMapping("/admin/")
    ResponseEntity<ClassPathResource> page() {
        return file("index.html", PAGE);
    }

    /** Its script. */
    @GetMapping("/admin/page.js")
    ResponseEntity<ClassPathResource> script() {
        return file("page.js", SCRIPT);
    }

    /** How it looks. */
    @GetMapping("/admin/page.css")
    ResponseEntity<ClassPathResource> style() {
        return file("page.css", STYLE);
    }

    private static ResponseEntity<ClassPathResource> file(String name, MediaType type) {
        return ResponseEntity.ok()
                .contentType(type)
                .header("Content-Security-Policy", POLICY)
                .header("X-Content-Type-Options", "nosniff")
                .header(HttpHeaders.CACHE_CONTROL, "no-cache")
                .body(new ClassPathResource("network/opencharging/cpo/ops/" + name));
    }

    /** In, with the operator's key. */
    @PostMapping("/admin/login")
    ResponseEntity<Map<String, String>> enter(@RequestBody Map<String, String> said) {
        Optional<String> ticket = Optional.ofNullable(said.get("key")).flatMap(tickets::issue);
        return ticket.isEmpty()
                ? ResponseEntity.status(HttpStatus.UNAUTHORIZED)
                        .body(
                                Map.of(
                                        "error",
                                        "This is not the key: see admin.key in the data folder."))
                : ResponseEntity.ok()
                        .header(HttpHeaders.SET_COOKIE, cookie(ticket.get(), Duration.ofHours(12)))
                        .body(Map.of());
    }

    /** Out. */
    @DeleteMapping("/admin/login")
    ResponseEntity<Void> leave() {
        return ResponseEntity.noContent()
                .header(HttpHeaders.SET_COOKIE, cookie("", Duration.ZERO))
                .build();
    }

    private static String cookie(String value, Duration age) {
        return ResponseCookie.from(COOKIE, value)
                .path("/admin")
                .maxAge(age)
                .httpOnly(true)
                .sameSite("Strict")
                .build()
                .toString();
    }
}
