package network.opencharging.cpo.ops;

import org.springframework.core.io.ClassPathResource;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

import java.net.URI;

/** The page itself. */
@RestController
public class PageDesk {
    private static final String POLICY =
            "default-src 'self'; img-src 'self' data:; frame-ancestors 'none'";
    private static final MediaType SCRIPT = MediaType.valueOf("text/javascript;charset=UTF-8");
    private static final MediaType STYLE = MediaType.valueOf("text/css;charset=UTF-8");
    private static final MediaType PAGE = MediaType.valueOf("text/html;charset=UTF-8");

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
}
