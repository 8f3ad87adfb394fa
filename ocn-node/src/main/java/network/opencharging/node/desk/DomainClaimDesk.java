package network.opencharging.node.desk;

import network.opencharging.protocol.json.Json;

import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

import java.util.Optional;

/**
 * The operator's signed claim that this domain is its own, where whoever issues the proof looks for
 * it. Anybody may read it: it is good for this operator and this domain only.
 */
@RestController
public class DomainClaimDesk {
    private final Optional<Json.Obj> claim;

    /** Serves this claim; without one, that there is none. */
    public DomainClaimDesk(Optional<Json.Obj> claim) {
        this.claim = claim;
    }

    /** The claim. */
    @GetMapping("/.well-known/ocn-domain-claim")
    public ResponseEntity<byte[]> claim() {
        Json.Obj body =
                claim.orElseGet(() -> Json.Obj.EMPTY.with("error", "This node claims no domain."));
        return ResponseEntity.status(claim.isPresent() ? 200 : 404)
                .contentType(MediaType.APPLICATION_JSON)
                .body(body.bytes());
    }
}
