package network.opencharging.tools.mock.module;

import network.opencharging.protocol.party.PartyId;
import network.opencharging.tools.mock.shelf.ObjectKey;
import network.opencharging.tools.mock.shelf.Shelf;
import network.opencharging.tools.ocpi.OcpiRequest;
import network.opencharging.tools.ocpi.Outcome;

import tools.jackson.databind.node.ObjectNode;

import java.util.Optional;
import java.util.function.Function;

/**
 * The client's side of HubClientInfo (OCPI 2.2.1 §15.3.1): who else is connected to the hub.
 *
 * @param shelf what the hub told
 */
public record ClientInfoReceiver(Shelf shelf) implements Function<OcpiRequest, Outcome> {

    @Override
    public Outcome apply(OcpiRequest request) {
        Optional<PartyId> party =
                request.path().size() == 2
                        ? PartyId.of(request.path().get(0), request.path().get(1))
                        : Optional.empty();
        if (party.isEmpty()) {
            return Outcome.invalid("the path must be {country_code}/{party_id}");
        }
        ObjectKey key = new ObjectKey(party.get(), "");
        return switch (request.method()) {
            case "GET" -> {
                Optional<ObjectNode> known = shelf.find(key);
                yield known.isPresent()
                        ? new Outcome.Found(known.get())
                        : Outcome.notFound("nothing is known of " + party.get());
            }
            case "PUT" ->
                    request.object().isEmpty()
                            ? Outcome.invalid("the body must be an object")
                            : shelf.put(key, request.object().get())
                                    ? new Outcome.Created()
                                    : new Outcome.Done();
            default -> Outcome.notAllowed(request.method());
        };
    }
}
