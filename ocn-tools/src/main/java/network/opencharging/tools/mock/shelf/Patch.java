package network.opencharging.tools.mock.shelf;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** What a PATCH does to an object (OCPI 2.2.1 §4.1.4.3). */
public final class Patch {
    private Patch() {}

    /**
     * Replaces the fields that the patch names; the charging periods of a Session are added to
     * those that are there (§9.2.2.3).
     */
    public static void apply(ObjectNode object, ObjectNode patch) {
        patch.properties()
                .forEach(field -> {
                    JsonNode value = field.getValue();
                    if (field.getKey().equals("charging_periods") && value.isArray()) {
                        value.forEach(object.withArray("charging_periods")::add);
                    } else {
                        object.set(field.getKey(), value);
                    }
                });
    }
}
