package network.opencharging.tools.ocpi;

import tools.jackson.databind.node.ObjectNode;

import java.util.List;

/**
 * A part of a list (OCPI 2.2.1 §4.1.4.1).
 *
 * @param objects in the order of their {@code last_updated}
 * @param total how many match, whatever the page
 * @param offset of the first object
 * @param limit how many objects the server gives at most
 */
public record Page(List<ObjectNode> objects, int total, int offset, int limit) {
    /** Copies the list. */
    public Page {
        objects = List.copyOf(objects);
    }

    /** True when objects follow after this page. */
    public boolean hasNext() {
        return offset + objects.size() < total;
    }
}
