package network.opencharging.tools.mock.module;

import network.opencharging.protocol.party.PartyId;
import network.opencharging.tools.json.JsonText;
import network.opencharging.tools.mock.shelf.ObjectKey;
import network.opencharging.tools.mock.shelf.Patch;
import network.opencharging.tools.mock.shelf.Shelf;
import network.opencharging.tools.ocpi.OcpiRequest;
import network.opencharging.tools.ocpi.Outcome;

import tools.jackson.databind.node.ObjectNode;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/**
 * The receiver's side of a module with client owned objects: {@code
 * .../{country_code}/{party_id}/{id}} (OCPI 2.2.1 §4.1.5).
 *
 * @param shelf what the party was told
 * @param idField the field that holds an object's id
 * @param methods which of GET, PUT, PATCH, DELETE the module has
 */
public record ShelfReceiver(Shelf shelf, String idField, Set<String> methods)
        implements Function<OcpiRequest, Outcome> {
    /** Copies. */
    public ShelfReceiver {
        methods = Set.copyOf(methods);
    }

    @Override
    public Outcome apply(OcpiRequest request) {
        if (!methods.contains(request.method())) {
            return Outcome.notAllowed(request.method());
        }
        Optional<ObjectKey> key = key(request.path());
        if (key.isEmpty() || request.path().size() != 3) {
            return Outcome.invalid("the path must be {country_code}/{party_id}/{id}");
        }
        return switch (request.method()) {
            case "GET" -> get(key.get());
            case "DELETE" -> shelf.remove(key.get()) ? new Outcome.Done() : missing(key.get());
            case "PUT" -> put(key.get(), request);
            default -> patch(key.get(), request);
        };
    }

    /** The owner and the id in a path, or empty when there is none. */
    static Optional<ObjectKey> key(List<String> path) {
        return path.size() < 3
                ? Optional.empty()
                : PartyId.of(path.get(0), path.get(1))
                        .map(owner -> new ObjectKey(owner, path.get(2)));
    }

    private Outcome get(ObjectKey key) {
        Optional<ObjectNode> found = shelf.find(key);
        return found.isPresent() ? new Outcome.Found(found.get()) : missing(key);
    }

    private Outcome put(ObjectKey key, OcpiRequest request) {
        Optional<ObjectNode> object = request.object();
        if (object.isEmpty()) {
            return Outcome.invalid("the body must be an object");
        }
        if (!agrees(object.get(), key)) {
            return Outcome.invalid(
                    "country_code, party_id and "
                            + idField
                            + " of the body must be those of the URL");
        }
        return shelf.put(key, object.get()) ? new Outcome.Created() : new Outcome.Done();
    }

    private boolean agrees(ObjectNode object, ObjectKey key) {
        Optional<ObjectKey> own =
                JsonText.text(object, "country_code")
                        .flatMap(country ->
                                JsonText.text(object, "party_id")
                                        .flatMap(party -> PartyId.of(country, party)))
                        .flatMap(owner ->
                                JsonText.text(object, idField).map(id -> new ObjectKey(owner, id)));
        return own.equals(Optional.of(key));
    }

    private Outcome patch(ObjectKey key, OcpiRequest request) {
        Optional<ObjectNode> patch = request.object();
        if (patch.isEmpty() || JsonText.text(patch.get(), "last_updated").isEmpty()) {
            return Outcome.invalid("last_updated is missing");
        }
        Optional<ObjectNode> object = shelf.find(key);
        if (object.isEmpty()) {
            return missing(key);
        }
        Patch.apply(object.get(), patch.get());
        shelf.put(key, object.get());
        return new Outcome.Done();
    }

    private static Outcome missing(ObjectKey key) {
        return Outcome.notFound("no object " + key.id() + " of " + key.owner());
    }
}
