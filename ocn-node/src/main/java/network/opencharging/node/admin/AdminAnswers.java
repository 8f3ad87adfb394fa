package network.opencharging.node.admin;

import network.opencharging.protocol.json.Json;

import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;

/** The forms in which the operator's API answers: JSON; what is wrong stands in error and field. */
final class AdminAnswers {
    private AdminAnswers() {}

    static ResponseEntity<byte[]> json(int status, Json body) {
        return ResponseEntity.status(status)
                .contentType(MediaType.APPLICATION_JSON)
                .body(body.bytes());
    }

    /** The request holds something wrong; the value itself is not repeated, it may be a secret. */
    static ResponseEntity<byte[]> wrong(String field, String problem) {
        return json(
                400,
                Json.Obj.EMPTY
                        .with("error", (field.isEmpty() ? "" : field + " ") + problem + ".")
                        .with("field", field));
    }

    static ResponseEntity<byte[]> missing(String sentence, String field) {
        return json(404, Json.Obj.EMPTY.with("error", sentence).with("field", field));
    }
}
