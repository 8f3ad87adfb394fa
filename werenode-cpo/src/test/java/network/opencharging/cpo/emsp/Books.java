package network.opencharging.cpo.emsp;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What an eMSP was told: whole objects by PUT and POST, parts of them by PATCH, as OCPI has it. A
 * CDR is known by its id, so one that comes twice is there once.
 */
final class Books {
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private final Map<String, ObjectNode> objects = new LinkedHashMap<>();
    private final Map<String, Set<JsonNode>> cdrs = new LinkedHashMap<>();
    private final List<String> lines = new ArrayList<>();

    /**
     * Keeps it.
     *
     * @param path from the module on, such as {@code sessions/DE/ALC/1}
     * @return false when a change is of something that nobody told of
     */
    synchronized boolean take(String method, String path, String body) {
        lines.add(method + " " + path);
        switch (method) {
            case "PUT" -> objects.put(path, (ObjectNode) JSON.readTree(body));
            case "POST" -> posted(JSON.readTree(body));
            case "PATCH" -> {
                return changed(path, (ObjectNode) JSON.readTree(body));
            }
            case "DELETE" -> {
                return objects.remove(path) != null;
            }
            default -> throw new IllegalArgumentException(method);
        }
        return true;
    }

    private void posted(JsonNode cdr) {
        cdrs.computeIfAbsent(cdr.path("id").asString(), _ -> new HashSet<>()).add(cdr);
    }

    private boolean changed(String path, ObjectNode changes) {
        Optional<ObjectNode> whole = Optional.ofNullable(objects.get(path)).or(() -> evse(path));
        whole.ifPresent(object -> object.setAll(changes));
        return whole.isPresent();
    }

    /** An EVSE is told of within its location. */
    private Optional<ObjectNode> evse(String path) {
        int cut = path.lastIndexOf('/');
        ObjectNode location = objects.get(path.substring(0, cut));
        if (location == null || !(location.path("evses") instanceof ArrayNode evses)) {
            return Optional.empty();
        }
        return evses.valueStream()
                .filter(one -> one.path("uid").asString().equals(path.substring(cut + 1)))
                .map(ObjectNode.class::cast)
                .findFirst();
    }

    synchronized Optional<JsonNode> find(String path) {
        return Optional.ofNullable(objects.get(path)).map(ObjectNode::deepCopy);
    }

    /** Every CDR of that session that was ever told, each different one once. */
    synchronized List<JsonNode> cdrsOf(String session) {
        return cdrs.values().stream()
                .flatMap(Set::stream)
                .filter(cdr -> cdr.path("session_id").asString("").equals(session))
                .toList();
    }

    synchronized List<String> lines(String part) {
        return lines.stream().filter(line -> line.contains(part)).toList();
    }
}
