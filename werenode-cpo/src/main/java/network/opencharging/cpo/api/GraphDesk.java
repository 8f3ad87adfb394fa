package network.opencharging.cpo.api;

import network.opencharging.cpo.people.Sight;

import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

import java.util.Map;

/** GraphQL for reading, for whoever may come in; also what the schema is. */
@RestController
public class GraphDesk {
    private static final int LONGEST = 10_000;
    private final Questions questions;

    public GraphDesk(Questions questions) {
        this.questions = questions;
    }

    /** Answers a query. */
    @PostMapping("/admin/graphql")
    ResponseEntity<Map<String, Object>> ask(@RequestBody Question question, Sight sight) {
        if (question.query() == null || question.query().length() > LONGEST) {
            return ResponseEntity.badRequest()
                    .body(Map.of("error", "query is wanted, of at most 10000 characters"));
        }
        return ResponseEntity.ok(
                questions.answer(
                        question.query(),
                        question.operationName(),
                        question.variables() == null ? Map.of() : question.variables(),
                        sight));
    }

    /** As GraphQL over HTTP writes it. */
    record Question(
            @Nullable String query,
            @Nullable String operationName,
            @Nullable Map<String, Object> variables) {}
}
