package network.opencharging.bridge.receive;

import network.opencharging.bridge.backoffice.Context;
import network.opencharging.bridge.backoffice.ObjectKey;
import network.opencharging.bridge.model.CiString;
import network.opencharging.bridge.model.v221.TokenType;
import network.opencharging.protocol.json.Json;
import network.opencharging.protocol.message.Body;
import network.opencharging.protocol.party.PartyId;
import network.opencharging.protocol.route.Route;
import network.opencharging.protocol.route.RouteTable;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** A request that was found in the route table: what is asked, by whom, for which object. */
record Asked(
        String path,
        RouteTable.Match match,
        Map<String, String> query,
        Body body,
        Context context) {

    Route route() {
        return match.route();
    }

    /** The id in that place of the path, without escapes. */
    Optional<CiString> id(String place) {
        return match.id(place).map(Asked::plain).map(CiString::new);
    }

    Optional<String> parameter(String name) {
        return Optional.ofNullable(query.get(name)).filter(value -> !value.isBlank());
    }

    /** The key of a partner's object, when the path names its owner in the right form. */
    Optional<ObjectKey> key(String place) {
        Optional<PartyId> owner =
                id("country_code")
                        .flatMap(country ->
                                id("party_id")
                                        .flatMap(
                                                party -> PartyId.of(country.text(), party.text())));
        return owner.flatMap(party -> id(place).map(id -> new ObjectKey(party, id)));
    }

    /** The body as an object; empty when it is something else. */
    Optional<Json.Obj> object() {
        return body.json()
                .optional()
                .flatMap(json ->
                        json instanceof Json.Obj object ? Optional.of(object) : Optional.empty());
    }

    /** The type of the Token that is meant; OCPI 2.2.1 §12.2.2.2: RFID when it is not said. */
    TokenType tokenType() {
        return parameter("type").map(TokenType::new).orElse(TokenType.RFID);
    }

    /** Whether the asking party may change what this party owns. */
    boolean mayChange(PartyId owner, Set<PartyId> hubs) {
        return context.from().equals(owner) || hubs.contains(context.from());
    }

    private static String plain(String escaped) {
        try {
            return URLDecoder.decode(escaped.replace("+", "%2B"), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            // A lone percent sign: then it stands for itself.
            return escaped;
        }
    }
}
