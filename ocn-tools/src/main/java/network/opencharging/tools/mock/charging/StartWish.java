package network.opencharging.tools.mock.charging;

import network.opencharging.tools.json.JsonText;

import tools.jackson.databind.node.ObjectNode;

import java.util.Optional;

/**
 * Somebody wants to charge.
 *
 * @param token who pays (OCPI 2.2.1 §12.3.2)
 * @param locationId where
 * @param evseUid at which EVSE, empty for any
 * @param authMethod AUTH_REQUEST, COMMAND or WHITELIST
 * @param authorizationReference what the eMSP calls it
 */
public record StartWish(
        ObjectNode token,
        String locationId,
        Optional<String> evseUid,
        String authMethod,
        Optional<String> authorizationReference) {

    /** From the body of START_SESSION (OCPI 2.2.1 §13.3.5), or empty when it is incomplete. */
    public static Optional<StartWish> read(ObjectNode command) {
        if (!command.path("token").isObject()) {
            return Optional.empty();
        }
        return JsonText.text(command, "location_id")
                .map(location ->
                        new StartWish(
                                command.path("token").asObject(),
                                location,
                                JsonText.text(command, "evse_uid"),
                                "COMMAND",
                                JsonText.text(command, "authorization_reference")));
    }

    /** Of somebody who holds a token to the station. */
    public static StartWish atThePlug(
            ObjectNode token, String locationId, Optional<String> evseUid) {
        return new StartWish(token, locationId, evseUid, "WHITELIST", Optional.empty());
    }

    String tokenUid() {
        return token.path("uid").asString();
    }

    /** The CdrToken (OCPI 2.2.1 §10.4.5) of sessions and CDRs. */
    ObjectNode cdrToken() {
        ObjectNode json = JsonText.object();
        for (String field :
                new String[] {"country_code", "party_id", "uid", "type", "contract_id"}) {
            json.set(field, token.path(field));
        }
        return json;
    }
}
