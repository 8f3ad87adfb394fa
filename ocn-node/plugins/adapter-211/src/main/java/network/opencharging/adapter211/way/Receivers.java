package network.opencharging.adapter211.way;

import network.opencharging.adapter211.words.Driver;
import network.opencharging.node.plugin.PlatformRequest;
import network.opencharging.protocol.json.Json;
import network.opencharging.protocol.party.PartyId;
import network.opencharging.protocol.route.HttpMethod;
import network.opencharging.protocol.route.InterfaceRole;
import network.opencharging.protocol.route.ModuleId;

import java.util.Map;
import java.util.Optional;

/**
 * For whom a request without routing headers is: whom its address names; else the partner that the
 * operator has set for its sender; else everybody (lists, and what is pushed to all); else what it
 * is about tells it.
 */
final class Receivers {
    private final Map<PartyId, PartyId> partners;
    private final Owners owners;

    Receivers(Map<PartyId, PartyId> partners, Owners owners) {
        this.partners = Map.copyOf(partners);
        this.owners = owners;
    }

    /** The receiver; empty when it cannot be found out. */
    Optional<PartyId> of(PlatformRequest request, InterfaceRole side) {
        return request.named()
                .map(PlatformRequest.Named::to)
                .or(() -> Optional.ofNullable(partners.get(request.caller())))
                .or(() -> byContent(request, side));
    }

    private Optional<PartyId> byContent(PlatformRequest request, InterfaceRole side) {
        ModuleId module = request.module();
        String path = request.path();
        if (module.equals(ModuleId.COMMANDS)) {
            return aboutWhat(request);
        }
        if (side == InterfaceRole.SENDER) {
            return path.isEmpty()
                    ? Optional.of(request.hub())
                    : Operations.part(path, 0).flatMap(id -> known(request, module, id));
        }
        if (module.equals(ModuleId.CDRS)) {
            return provider(request);
        }
        if (module.equals(ModuleId.SESSIONS)) {
            return provider(request)
                    .or(() -> Operations.part(path, 2).flatMap(id -> known(request, module, id)));
        }
        boolean push = request.method() == HttpMethod.PUT || request.method() == HttpMethod.PATCH;
        return push ? Optional.of(request.hub()) : Optional.empty();
    }

    private Optional<PartyId> known(PlatformRequest request, ModuleId module, String id) {
        return owners.of(request.caller(), module, id);
    }

    private static Optional<PartyId> provider(PlatformRequest request) {
        return object(request).flatMap(body -> body.textOf("auth_id")).flatMap(Driver::provider);
    }

    private Optional<PartyId> aboutWhat(PlatformRequest request) {
        Optional<Json.Obj> order = object(request);
        return order.flatMap(it -> it.textOf("session_id"))
                .flatMap(id -> known(request, ModuleId.SESSIONS, id))
                .or(() ->
                        order.flatMap(it -> it.textOf("location_id"))
                                .flatMap(id -> known(request, ModuleId.LOCATIONS, id)));
    }

    private static Optional<Json.Obj> object(PlatformRequest request) {
        return request.body().isEmpty()
                ? Optional.empty()
                : request.body()
                        .json()
                        .optional()
                        .flatMap(value ->
                                value instanceof Json.Obj it ? Optional.of(it) : Optional.empty());
    }
}
