package network.opencharging.tools.mock.module;

import network.opencharging.tools.json.JsonText;
import network.opencharging.tools.mock.shelf.Catalogue;
import network.opencharging.tools.ocpi.OcpiRequest;
import network.opencharging.tools.ocpi.Outcome;
import network.opencharging.tools.ocpi.PageQuery;

import tools.jackson.databind.JsonNode;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * The owner's side of a module that is pulled: the paged list and single objects (OCPI 2.2.1
 * §8.2.1, §9.2.1, §10.2.1, §11.2.1, §12.2.2).
 *
 * @param catalogue what the party owns
 * @param pageSize how many objects it gives at most
 * @param needsDateFrom true for sessions, whose list must not be asked for without {@code
 *     date_from}
 */
public record CatalogueSender(Catalogue catalogue, int pageSize, boolean needsDateFrom)
        implements Function<OcpiRequest, Outcome> {

    @Override
    public Outcome apply(OcpiRequest request) {
        if (!request.method().equals("GET")) {
            return Outcome.notAllowed(request.method());
        }
        return request.path().isEmpty() ? list(request) : object(request.path());
    }

    private Outcome list(OcpiRequest request) {
        if (needsDateFrom && !request.query().containsKey("date_from")) {
            return Outcome.invalid("date_from is missing");
        }
        Optional<PageQuery> query = PageQuery.read(request.query(), pageSize);
        return query.isPresent()
                ? new Outcome.Listed(catalogue.page(query.get()))
                : Outcome.invalid("date_from, date_to, offset or limit has the wrong form");
    }

    /** A Location, or with more segments one of its EVSEs, or one of the EVSE's Connectors. */
    private Outcome object(List<String> path) {
        Optional<JsonNode> found = catalogue.find(path.getFirst()).map(JsonNode.class::cast);
        if (path.size() > 1) {
            found = found.flatMap(object -> part(object.path("evses"), "uid", path.get(1)));
        }
        if (path.size() > 2) {
            found = found.flatMap(evse -> part(evse.path("connectors"), "id", path.get(2)));
        }
        return path.size() <= 3 && found.isPresent()
                ? new Outcome.Found(found.get())
                : Outcome.notFound("no object " + String.join("/", path));
    }

    private static Optional<JsonNode> part(JsonNode list, String idField, String id) {
        for (JsonNode part : list) {
            if (JsonText.text(part, idField).filter(id::equalsIgnoreCase).isPresent()) {
                return Optional.of(part);
            }
        }
        return Optional.empty();
    }
}
