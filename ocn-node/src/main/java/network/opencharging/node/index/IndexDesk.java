package network.opencharging.node.index;

import network.opencharging.protocol.json.Json;
import network.opencharging.protocol.json.JsonLimits;
import network.opencharging.protocol.json.JsonReader;
import network.opencharging.protocol.json.JsonReading;

import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

import java.util.List;
import java.util.Map;
import java.util.concurrent.Semaphore;

/**
 * Takes GraphQL as nodes of the second generation send it. What is in the registry is public: no
 * token is asked for, and one that is sent is not looked at.
 */
@RestController
public final class IndexDesk {
    /** The contract's largest query has a thousandth of this. */
    private static final int LARGEST_QUESTION = 64 * 1024;

    /** A whole registry is read seldom: a cache of an hour asks once. */
    private static final int AT_ONCE = 4;

    private final Subgraph subgraph;
    private final JsonReader reader =
            new JsonReader(JsonLimits.standard().withBytes(LARGEST_QUESTION));
    private final Semaphore places = new Semaphore(AT_ONCE);

    /** A desk before this subgraph. */
    public IndexDesk(Subgraph subgraph) {
        this.subgraph = subgraph;
    }

    /** Answers one query. */
    @PostMapping("/ocn/registry/graphql")
    public ResponseEntity<byte[]> query(@RequestBody(required = false) byte[] body) {
        if (body == null || body.length == 0) {
            return refused(400, "The body must be JSON with the member query.");
        }
        if (body.length > LARGEST_QUESTION) {
            return refused(413, "A query may have %d bytes.".formatted(LARGEST_QUESTION));
        }
        return switch (reader.read(body)) {
            case JsonReading.Malformed<Json>(String why, long offset) ->
                    refused(400, "The body is not JSON: %s at byte %d.".formatted(why, offset));
            case JsonReading.Read<Json>(Json json) ->
                    json instanceof Json.Obj object && object.textOf("query").isPresent()
                            ? answered(question(object))
                            : refused(400, "The member query must be a text in GraphQL.");
        };
    }

    private static Subgraph.Question question(Json.Obj body) {
        return new Subgraph.Question(
                body.textOf("query").orElse(""),
                body.objectOf("variables").map(Plain::map).orElse(Map.of()));
    }

    private ResponseEntity<byte[]> answered(Subgraph.Question question) {
        if (!places.tryAcquire()) {
            return ResponseEntity.status(503)
                    .header("Retry-After", "1")
                    .contentType(MediaType.APPLICATION_JSON)
                    .body(errors("Too many queries at once: ask again in a second."));
        }
        try {
            return json(200, Plain.json(subgraph.answer(question)).bytes());
        } finally {
            places.release();
        }
    }

    private static ResponseEntity<byte[]> refused(int status, String sentence) {
        return json(status, errors(sentence));
    }

    private static byte[] errors(String sentence) {
        return Plain.json(Map.of("errors", List.of(Map.of("message", sentence)))).bytes();
    }

    private static ResponseEntity<byte[]> json(int status, byte[] body) {
        return ResponseEntity.status(status).contentType(MediaType.APPLICATION_JSON).body(body);
    }
}
