package network.opencharging.node.admin;

import jakarta.servlet.http.HttpServletResponse;

import network.opencharging.protocol.json.Json;

import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Iterator;
import java.util.stream.Stream;

/** The forms in which the operator's API answers: JSON; what is wrong stands in error and field. */
final class AdminAnswers {
    private AdminAnswers() {}

    static ResponseEntity<byte[]> json(int status, Json body) {
        return ResponseEntity.status(status)
                .contentType(MediaType.APPLICATION_JSON)
                .body(body.bytes());
    }

    /** An array, written object by object: how many there are costs no memory. */
    static void stream(Stream<? extends Json> items, HttpServletResponse response)
            throws IOException {
        response.setContentType(MediaType.APPLICATION_JSON_VALUE);
        OutputStream out = new BufferedOutputStream(response.getOutputStream());
        out.write('[');
        boolean first = true;
        for (Iterator<? extends Json> all = items.iterator(); all.hasNext(); ) {
            if (!first) {
                out.write(',');
            }
            first = false;
            out.write(all.next().bytes());
        }
        out.write(']');
        out.flush();
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
