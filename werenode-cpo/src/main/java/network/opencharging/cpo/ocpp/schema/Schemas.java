package network.opencharging.cpo.ocpp.schema;

import com.networknt.schema.Error;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;

import network.opencharging.cpo.ocpp.frame.OcppVersion;

import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** The official schemas of one version, by action. */
public final class Schemas {
    private static final String FOLDER = "/network/opencharging/cpo/schema/";

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
        for (JsonNode document : documents(file(version))) {
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

    private static String file(OcppVersion version) {
        return switch (version) {
            case V16 -> "ocpp1_6.json";
            case V201 -> "ocpp2_0_1.json";
            case V21 -> "ocpp2_1.json";
        };
    }

    private static JsonNode documents(String name) {
        try (InputStream file = Schemas.class.getResourceAsStream(FOLDER + name)) {
            if (file == null) {
                throw new IllegalStateException(name + " is not on the class path");
            }
            return JsonMapper.builder().build().readTree(file);
        } catch (IOException e) {
            throw new UncheckedIOException(name + " cannot be read", e);
        }
    }

    /** All actions that the version has, in either direction. */
    public Set<String> actions() {
        return new TreeSet<>(requests.keySet());
    }

    /** Whether the version has that action. */
    public boolean knows(String action) {
        return requests.containsKey(action);
    }

    /**
     * What is wrong with a request; nothing when it is right.
     *
     * @throws IllegalArgumentException when the version has no such action
     */
    public List<SchemaFault> request(String action, ObjectNode payload) {
        return faults(requests, action, payload);
    }

    /**
     * What is wrong with an answer; nothing when it is right.
     *
     * @throws IllegalArgumentException when the version has no such action
     */
    public List<SchemaFault> answer(String action, ObjectNode payload) {
        return faults(answers, action, payload);
    }

    private static List<SchemaFault> faults(
            Map<String, Schema> schemas, String action, ObjectNode payload) {
        Schema schema = schemas.get(action);
        if (schema == null) {
            throw new IllegalArgumentException("no such action: " + action);
        }
        try {
            List<Error> errors = schema.validate(payload);
            return errors.isEmpty() ? List.of() : errors.stream().map(Schemas::fault).toList();
        } catch (JacksonException e) {
            // A number like 1e999999999, which cannot even be compared.
            return List.of(new SchemaFault("", "type", "a number in it is beyond all limits"));
        }
    }

    private static SchemaFault fault(Error error) {
        String path = error.getInstanceLocation().toString();
        return new SchemaFault(path, error.getKeyword(), error.getMessage());
    }
}
