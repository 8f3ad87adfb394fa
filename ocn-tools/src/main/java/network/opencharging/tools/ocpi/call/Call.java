package network.opencharging.tools.ocpi.call;

import network.opencharging.protocol.party.PartyId;
import network.opencharging.protocol.route.InterfaceRole;
import network.opencharging.protocol.route.ModuleId;

import tools.jackson.databind.JsonNode;

import java.net.URI;
import java.util.Optional;

/**
 * A request of a functional module, to be sent to another party through the hub.
 *
 * @param method GET, PUT, PATCH, POST or DELETE
 * @param target where it goes
 * @param to the party it is for
 * @param body what it carries
 */
public record Call(String method, Target target, PartyId to, Optional<JsonNode> body) {

    /** A request without a body to an interface. */
    public static Call of(
            String method, ModuleId module, InterfaceRole role, String suffix, PartyId to) {
        return new Call(method, new Target.Module(module, role, suffix), to, Optional.empty());
    }

    /** A GET of an address that the hub has given. */
    public static Call get(URI url, PartyId to) {
        return new Call("GET", new Target.Address(url), to, Optional.empty());
    }

    /** A POST to an address that the hub has given. */
    public static Call post(URI url, PartyId to, JsonNode body) {
        return new Call("POST", new Target.Address(url), to, Optional.of(body));
    }

    /** This request with a body. */
    public Call with(JsonNode json) {
        return new Call(method, target, to, Optional.of(json));
    }
}
