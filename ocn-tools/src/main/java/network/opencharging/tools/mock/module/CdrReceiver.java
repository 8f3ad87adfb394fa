package network.opencharging.tools.mock.module;

import network.opencharging.protocol.party.PartyId;
import network.opencharging.tools.json.JsonText;
import network.opencharging.tools.mock.shelf.ObjectKey;
import network.opencharging.tools.mock.shelf.Shelf;
import network.opencharging.tools.ocpi.OcpiRequest;
import network.opencharging.tools.ocpi.Outcome;

import tools.jackson.databind.node.ObjectNode;

import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.function.Function;

/**
 * The receiver's side of CDRs (OCPI 2.2.1 §10.2.2): POST answers with the address at which the CDR
 * can be read again. A CDR that is there already stays as it is: CDRs do not change.
 *
 * @param shelf what the party was told
 */
public record CdrReceiver(Shelf shelf) implements Function<OcpiRequest, Outcome> {

    @Override
    public Outcome apply(OcpiRequest request) {
        return switch (request.method()) {
            case "POST" -> post(request);
            case "GET" -> get(request);
            default -> Outcome.notAllowed(request.method());
        };
    }

    private Outcome get(OcpiRequest request) {
        Optional<ObjectNode> found = ShelfReceiver.key(request.path()).flatMap(shelf::find);
        return found.isPresent()
                ? new Outcome.Found(found.get())
                : Outcome.notFound("no CDR " + String.join("/", request.path()));
    }

    private Outcome post(OcpiRequest request) {
        if (!request.path().isEmpty()) {
            return Outcome.notAllowed("POST with an id");
        }
        Optional<ObjectKey> key = request.object().flatMap(CdrReceiver::key);
        if (key.isEmpty()) {
            return Outcome.invalid("country_code, party_id and id are missing");
        }
        Optional<ObjectNode> known = shelf.find(key.get());
        if (known.isPresent() && !known.equals(request.object())) {
            return Outcome.invalid("CDR " + key.get().id() + " was sent before and was different");
        }
        shelf.put(key.get(), request.object().orElseThrow());
        PartyId owner = key.get().owner();
        return new Outcome.CreatedAt(
                URI.create(
                        request.endpoint()
                                + "/"
                                + owner.countryCode()
                                + "/"
                                + owner.partyId()
                                + "/"
                                + segment(key.get().id())));
    }

    /** Ids may have letters that no address has. */
    private static String segment(String id) {
        return URLEncoder.encode(id, StandardCharsets.UTF_8).replace("+", "%20");
    }

    private static Optional<ObjectKey> key(ObjectNode cdr) {
        return JsonText.text(cdr, "country_code")
                .flatMap(country ->
                        JsonText.text(cdr, "party_id").flatMap(party -> PartyId.of(country, party)))
                .flatMap(owner -> JsonText.text(cdr, "id").map(id -> new ObjectKey(owner, id)));
    }
}
