package network.opencharging.cpo.admin;

import org.springframework.core.io.ClassPathResource;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** The API's description. */
@RestController
public class OpenApiDesk {

    /** OpenAPI 3.1. */
    @GetMapping(value = "/admin/openapi.json", produces = MediaType.APPLICATION_JSON_VALUE)
    ClassPathResource description() {
        return new ClassPathResource("network/opencharging/cpo/admin/openapi.json");
    }
}
