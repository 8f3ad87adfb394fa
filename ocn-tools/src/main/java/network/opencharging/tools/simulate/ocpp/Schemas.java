package network.opencharging.tools.simulate.ocpp;

import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;

import network.opencharging.tools.json.JsonText;

import org.jspecify.annotations.Nullable;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The official schemas of one version, by action. */
public final class Schemas {
    private static final String FOLDER = "/network/opencharging/tools/schema/";

    private final Map<String, Schema> requests;
    private final Map<String, Schema> answers;

    private Schemas(Map<String, Schema> requests, Map<String, Schema> answers) {
        this.requests = Map.copyOf(requests);
        this.answers = Map.copyOf(answers);
    }

    /** Reads those of a version; takes some tenths of a second. */
    public static Schemas of(OcppVersion version) {
        SchemaRegistry registry = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_7);
        Map<String, Schema> requests = new HashMap<>();
        Map<String, Schema> answers = new HashMap<>();
        for (JsonNode document : documents(version.schemas())) {
            String id = document.path("$id").asString("").replace("urn:", "");
            ended(id, ".req", "Request")
                    .ifPresent(action -> requests.put(action, registry.getSchema(document)));
            ended(id, ".conf", "Response")
                    .ifPresent(action -> answers.put(action, registry.getSchema(document)));
        }
        return new Schemas(requests, answers);
    }

    private static Optional<String> ended(String id, String... ends) {
        for (String end : ends) {
            if (id.endsWith(end)) {
                return Optional.of(id.substring(0, id.length() - end.length()));
            }
        }
        return Optional.empty();
    }

    private static JsonNode documents(String name) {
        try (InputStream file = Schemas.class.getResourceAsStream(FOLDER + name)) {
            if (file == null) {
                throw new IllegalStateException(name + " is not on the class path");
            }
            return JsonText.parse(new String(file.readAllBytes(), StandardCharsets.UTF_8))
                    .orElseThrow(() -> new IllegalStateException(name + " is no JSON"));
        } catch (IOException e) {
            throw new UncheckedIOException(name + " cannot be read", e);
        }
    }

    /** Whether the version has that action. */
    public boolean knows(String action) {
        return requests.containsKey(action);
    }

    /** What is wrong with a request; nothing when it is right or the version has no such action. */
    public List<Flaw> request(String action, ObjectNode payload) {
        return flaws(requests.get(action), payload);
    }

    /** What is wrong with an answer; nothing when it is right or the version has no such action. */
    public List<Flaw> answer(String action, ObjectNode payload) {
        return flaws(answers.get(action), payload);
    }

    private static List<Flaw> flaws(@Nullable Schema schema, ObjectNode payload) {
        if (schema == null) {
            return List.of();
        }
        return schema.validate(payload).stream()
                .map(error ->
                        new Flaw(
                                error.getInstanceLocation().toString(),
                                error.getKeyword(),
                                error.getMessage()))
                .toList();
    }
}
