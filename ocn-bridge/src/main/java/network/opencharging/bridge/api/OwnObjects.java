package network.opencharging.bridge.api;

import network.opencharging.bridge.deliver.Outbox;
import network.opencharging.bridge.model.OcpiObject;
import network.opencharging.bridge.model.OcpiTime;
import network.opencharging.bridge.model.Reading;
import network.opencharging.bridge.model.Shape;
import network.opencharging.bridge.model.v221.CDR;
import network.opencharging.bridge.model.v221.Location;
import network.opencharging.bridge.model.v221.Session;
import network.opencharging.bridge.model.v221.Tariff;
import network.opencharging.bridge.model.v221.Token;
import network.opencharging.bridge.webhook.Kept;
import network.opencharging.bridge.webhook.Shelf;
import network.opencharging.protocol.json.Json;
import network.opencharging.protocol.party.PartyId;
import network.opencharging.protocol.route.ModuleId;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Own objects: kept for partners that ask, and pushed to those who are named. Kept first: a partner
 * that hears of an object can ask for it.
 *
 * @param hub who hears of an object when nobody is named: the hub's party, for everybody
 */
record OwnObjects(Shelf shelf, Outbox outbox, Set<PartyId> parties, Optional<PartyId> hub) {
    private static final Map<ModuleId, Shape<? extends OcpiObject>> SHAPES =
            Map.of(
                    ModuleId.LOCATIONS, Location.SHAPE,
                    ModuleId.TARIFFS, Tariff.SHAPE,
                    ModuleId.SESSIONS, Session.SHAPE,
                    ModuleId.CDRS, CDR.SHAPE,
                    ModuleId.TOKENS, Token.SHAPE);

    /** {@code /own/{country}/{party}/{module}/{id}}. */
    ApiReply answer(ApiRequest request) {
        Optional<PartyId> party = PartyId.of(request.segment(1), request.segment(2));
        Optional<ModuleId> module = ModuleId.of(request.segment(3));
        Optional<Shape<? extends OcpiObject>> shape =
                module.flatMap(name -> Optional.ofNullable(SHAPES.get(name)));
        if (party.filter(parties::contains).isEmpty()) {
            return ApiReply.wrong(404, "The path must name a party of this bridge.");
        }
        if (module.isEmpty() || shape.isEmpty()) {
            return ApiReply.wrong(
                    404, "The path must name locations, tariffs, sessions, cdrs or tokens.");
        }
        Optional<ApiReply> wrong = Parameters.wrong(request, Map.of("to", Parameters.Kind.PARTIES));
        if (wrong.isPresent()) {
            return wrong.get();
        }
        List<PartyId> receivers = receivers(request);
        Kept.Place place =
                new Kept.Place(Kept.Side.OWN, module.get(), party.get(), request.segment(4));
        return switch (request.method()) {
            case "GET" ->
                    shelf.find(place)
                            .map(kept -> ApiReply.ok(kept.body()))
                            .orElseGet(() -> ApiReply.wrong(404, "There is no such object."));
            case "PUT" ->
                    request.body()
                            .map(json -> put(shape.get(), place, json, receivers))
                            .orElseGet(() -> ApiReply.unreadable(request));
            case "DELETE" -> removed(place, request.segment(4), receivers);
            default -> ApiReply.wrong(405, "Only GET, PUT and DELETE are answered here.");
        };
    }

    private <T extends OcpiObject> ApiReply put(
            Shape<T> shape, Kept.Place place, Json.Obj json, List<PartyId> receivers) {
        Reading<T> reading = shape.read(json);
        if (reading.forbidsSending() || !(reading instanceof Reading.Read<T>(T object, var _))) {
            return ApiReply.invalid(reading.findings());
        }
        String id = json.textOf("id").or(() -> json.textOf("uid")).orElse("");
        if (!place.id().equalsIgnoreCase(id) || !isOf(json, place.owner())) {
            return ApiReply.wrong(
                    400, "country_code, party_id and id in the body must be those of the path.");
        }
        shelf.keep(
                new Kept(
                        place,
                        json,
                        json.textOf("last_updated").flatMap(OcpiTime::read).orElseThrow()));
        for (PartyId receiver : receivers) {
            if (place.module().equals(ModuleId.CDRS)) {
                outbox.post(place.owner(), receiver, place.module(), shape, object, id);
            } else {
                outbox.push(place.owner(), receiver, place.module(), shape, object, id);
            }
        }
        return ApiReply.accepted(reading.findings());
    }

    private ApiReply removed(Kept.Place place, String id, List<PartyId> receivers) {
        if (!place.module().equals(ModuleId.TARIFFS)) {
            return ApiReply.wrong(
                    405, "Only tariffs can be deleted; others end with a status: see OCPI 2.2.1.");
        }
        shelf.remove(place);
        receivers.forEach(receiver -> outbox.remove(place.owner(), receiver, place.module(), id));
        return ApiReply.accepted();
    }

    private static boolean isOf(Json.Obj json, PartyId owner) {
        return PartyId.of(
                        json.textOf("country_code").orElse(""), json.textOf("party_id").orElse(""))
                .equals(Optional.of(owner));
    }

    /** Who is to hear of it; {@code to=} with nothing behind it is nobody. */
    private List<PartyId> receivers(ApiRequest request) {
        return request.has("to")
                ? Arrays.stream(request.parameter("to").orElse("").split(","))
                        .flatMap(name -> PartyId.parse(name).stream())
                        .toList()
                : hub.stream().toList();
    }
}
