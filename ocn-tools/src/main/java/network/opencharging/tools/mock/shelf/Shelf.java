package network.opencharging.tools.mock.shelf;

import tools.jackson.databind.node.ObjectNode;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** The objects of one kind that others own and have pushed to a party (client owned objects). */
public final class Shelf {
    private final Map<ObjectKey, ObjectNode> objects = new ConcurrentHashMap<>();

    /** An empty shelf. */
    public Shelf() {}

    /** The object, or empty when the owner never told us. */
    public Optional<ObjectNode> find(ObjectKey key) {
        return Optional.ofNullable(objects.get(key)).map(ObjectNode::deepCopy);
    }

    /**
     * Adds or replaces.
     *
     * @return true when it was not there before
     */
    public boolean put(ObjectKey key, ObjectNode object) {
        return objects.put(key, object.deepCopy()) == null;
    }

    /**
     * Takes it away.
     *
     * @return false when it was not there
     */
    public boolean remove(ObjectKey key) {
        return objects.remove(key) != null;
    }

    /** Everything, in no order. */
    public List<ObjectNode> all() {
        return objects.values().stream().map(ObjectNode::deepCopy).toList();
    }
}
