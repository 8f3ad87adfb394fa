package network.opencharging.node.admin;

import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

import java.io.IOException;
import java.io.InputStream;
import java.util.Objects;

/** The operator's API, described for machines (OpenAPI 3.1). */
@RestController
public class OpenApiDesk {
    private static final String FILE = "/admin/openapi.json";

    /** The description. */
    @GetMapping(FILE)
    public ResponseEntity<byte[]> description() throws IOException {
        try (InputStream file = OpenApiDesk.class.getResourceAsStream(FILE)) {
            return ResponseEntity.ok()
                    .contentType(MediaType.APPLICATION_JSON)
                    .body(Objects.requireNonNull(file).readAllBytes());
        }
    }
}
