package network.opencharging.tools.mock.module;

import network.opencharging.tools.json.JsonText;
import network.opencharging.tools.mock.shelf.ObjectKey;
import network.opencharging.tools.mock.shelf.Patch;
import network.opencharging.tools.mock.shelf.Shelf;
import network.opencharging.tools.ocpi.OcpiRequest;
import network.opencharging.tools.ocpi.Outcome;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/**
 * The receiver's side of Locations (OCPI 2.2.1 §8.2.2): whole Locations, and below them EVSEs and
 * Connectors under paths of their own.
 *
 * @param shelf what the party was told
 */
public record LocationReceiver(Shelf shelf) implements Function<OcpiRequest, Outcome> {
    private static final Set<String> METHODS = Set.of("GET", "PUT", "PATCH");

    @Override
    public Outcome apply(OcpiRequest request) {
        List<String> path = request.path();
        if (path.size() <= 3) {
            return new ShelfReceiver(shelf, "id", METHODS).apply(request);
        }
        if (!METHODS.contains(request.method())) {
            return Outcome.notAllowed(request.method());
        }
        Optional<ObjectKey> key = ShelfReceiver.key(path);
        if (key.isEmpty() || path.size() > 5) {
            return Outcome.invalid("the path must be {country_code}/{party_id}/{location}/...");
        }
        Optional<ObjectNode> location = shelf.find(key.get());
        if (location.isEmpty()) {
            return Outcome.notFound("no location " + path.get(2));
        }
        Outcome outcome = within(location.get(), path.subList(3, path.size()), request);
        shelf.put(key.get(), location.get());
        return outcome;
    }

    private static Outcome within(ObjectNode location, List<String> path, OcpiRequest request) {
        ArrayNode evses = location.withArray("evses");
        if (path.size() == 1) {
            return part(evses, "uid", path.getFirst(), request, location);
        }
        int place = place(evses, "uid", path.getFirst());
        if (place < 0) {
            return Outcome.notFound("no EVSE " + path.getFirst());
        }
        ObjectNode evse = evses.get(place).asObject();
        Outcome outcome = part(evse.withArray("connectors"), "id", path.get(1), request, evse);
        lift(location, evse);
        return outcome;
    }

    private static Outcome part(
            ArrayNode list, String idField, String id, OcpiRequest request, ObjectNode parent) {
        int place = place(list, idField, id);
        if (request.method().equals("GET")) {
            return place < 0 ? Outcome.notFound("no " + id) : new Outcome.Found(list.get(place));
        }
        Optional<ObjectNode> body = request.object();
        if (body.isEmpty() || JsonText.text(body.get(), "last_updated").isEmpty()) {
            return Outcome.invalid("last_updated is missing");
        }
        if (request.method().equals("PATCH")) {
            if (place < 0) {
                return Outcome.notFound("no " + id);
            }
            Patch.apply(list.get(place).asObject(), body.get());
            lift(parent, body.get());
            return new Outcome.Done();
        }
        return put(list, place, id.equalsIgnoreCase(text(body.get(), idField)), body.get(), parent);
    }

    private static Outcome put(
            ArrayNode list, int place, boolean agrees, ObjectNode body, ObjectNode parent) {
        if (!agrees) {
            return Outcome.invalid("the id of the body must be that of the URL");
        }
        lift(parent, body);
        if (place < 0) {
            list.add(body);
            return new Outcome.Created();
        }
        list.set(place, body);
        return new Outcome.Done();
    }

    /** OCPI 2.2.1 §8.3.1: a change of a part is a change of what it belongs to. */
    private static void lift(ObjectNode parent, ObjectNode part) {
        parent.set("last_updated", part.path("last_updated"));
    }

    private static int place(ArrayNode list, String idField, String id) {
        for (int place = 0; place < list.size(); place++) {
            if (id.equalsIgnoreCase(text(list.get(place), idField))) {
                return place;
            }
        }
        return -1;
    }

    private static String text(JsonNode object, String field) {
        return JsonText.text(object, field).orElse("");
    }
}
