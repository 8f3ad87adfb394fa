package network.opencharging.node.watch;

import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/** Three files, and nothing from anywhere else: the page forbids the browser all that. */
@RestController
public class PageDesk {
    private static final String POLICY =
            "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self';"
                    + " connect-src 'self'; form-action 'self'; base-uri 'none';"
                    + " frame-ancestors 'none'";

    /** The page. */
    @GetMapping({"/admin", "/admin/"})
    public ResponseEntity<byte[]> page() {
        return file("page.html", "html");
    }

    /** How it looks. */
    @GetMapping("/admin/page.css")
    public ResponseEntity<byte[]> style() {
        return file("page.css", "css");
    }

    /** What it does. */
    @GetMapping("/admin/page.js")
    public ResponseEntity<byte[]> script() {
        return file("page.js", "javascript");
    }

    private static ResponseEntity<byte[]> file(String name, String subtype) {
        try (InputStream file = PageDesk.class.getResourceAsStream(name)) {
            if (file == null) {
                throw new IllegalStateException(name + " is not in the jar");
            }
            return ResponseEntity.ok()
                    .contentType(new MediaType("text", subtype, StandardCharsets.UTF_8))
                    .header("Content-Security-Policy", POLICY)
                    .header("X-Content-Type-Options", "nosniff")
                    .header("Referrer-Policy", "same-origin")
                    .header("Cache-Control", "no-store")
                    .body(file.readAllBytes());
        } catch (IOException e) {
            throw new UncheckedIOException(name + " cannot be read", e);
        }
    }
}
