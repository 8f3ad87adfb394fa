package network.opencharging.tools.mock.shelf;

import network.opencharging.tools.ocpi.Page;
import network.opencharging.tools.ocpi.PageQuery;

import tools.jackson.databind.node.ObjectNode;

import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Consumer;

/** The objects of one kind that a party owns; what goes in and out are copies. */
public final class Catalogue {
    private final String idField;
    private final Map<String, ObjectNode> objects = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);

    /**
     * A catalogue with some objects in it.
     *
     * @param idField the field that holds an object's id: {@code id} or {@code uid}
     */
    public Catalogue(String idField, Collection<ObjectNode> stock) {
        this.idField = idField;
        stock.forEach(object -> objects.put(object.path(idField).asString(), object.deepCopy()));
    }

    /** The object of that id, or empty when there is none. */
    public synchronized Optional<ObjectNode> find(String id) {
        return Optional.ofNullable(objects.get(id)).map(ObjectNode::deepCopy);
    }

    /** Adds or replaces. */
    public synchronized void put(ObjectNode object) {
        objects.put(object.path(idField).asString(), object.deepCopy());
    }

    /** Changes an object in place; nothing happens when there is none of that id. */
    public synchronized void change(String id, Consumer<ObjectNode> change) {
        Optional.ofNullable(objects.get(id)).ifPresent(change);
    }

    /** All objects, oldest change first. */
    public synchronized List<ObjectNode> all() {
        return objects.values().stream()
                .sorted(Comparator.comparing(Catalogue::updated))
                .map(ObjectNode::deepCopy)
                .toList();
    }

    /**
     * A part of the list: {@code date_from} included, {@code date_to} not (OCPI 2.2.1 §4.1.4.1).
     */
    public Page page(PageQuery query) {
        List<ObjectNode> matching =
                all().stream()
                        .filter(object -> !updated(object).isBefore(query.from()))
                        .filter(object -> updated(object).isBefore(query.to()))
                        .toList();
        List<ObjectNode> part =
                matching.stream().skip(query.offset()).limit(query.limit()).toList();
        return new Page(part, matching.size(), query.offset(), query.limit());
    }

    private static Instant updated(ObjectNode object) {
        return PageQuery.instant(object.path("last_updated").asString());
    }
}
