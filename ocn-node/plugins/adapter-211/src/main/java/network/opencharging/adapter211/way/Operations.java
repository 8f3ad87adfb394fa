package network.opencharging.adapter211.way;

import static network.opencharging.protocol.route.HttpMethod.DELETE;
import static network.opencharging.protocol.route.HttpMethod.GET;
import static network.opencharging.protocol.route.HttpMethod.PATCH;
import static network.opencharging.protocol.route.HttpMethod.POST;
import static network.opencharging.protocol.route.HttpMethod.PUT;

import network.opencharging.node.plugin.PlatformRequest;
import network.opencharging.protocol.party.PartyId;
import network.opencharging.protocol.route.HttpMethod;
import network.opencharging.protocol.route.InterfaceRole;
import network.opencharging.protocol.route.ModuleId;
import network.opencharging.protocol.route.RouteKey;

import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What can be asked in both versions: the paths are the same, only 2.1.1 does not name sides. */
final class Operations {
    static final List<ModuleId> MODULES =
            List.of(
                    ModuleId.LOCATIONS,
                    ModuleId.SESSIONS,
                    ModuleId.CDRS,
                    ModuleId.TARIFFS,
                    ModuleId.TOKENS,
                    ModuleId.COMMANDS);

    private static final Set<ModuleId> PUSHED =
            Set.of(ModuleId.LOCATIONS, ModuleId.SESSIONS, ModuleId.TOKENS);

    private Operations() {}

    /** The side that is named or meant; empty when 2.2.1 has no such request. */
    static Optional<InterfaceRole> side(PlatformRequest request) {
        return request.named()
                .map(PlatformRequest.Named::side)
                .or(() -> Optional.of(meant(request)))
                .filter(side ->
                        isBoth(
                                new RouteKey(
                                        request.module(), side, request.method(), request.path())));
    }

    /** A caller's own objects are at the receiver's side. */
    private static InterfaceRole meant(PlatformRequest request) {
        return switch (request.method()) {
            case PUT, PATCH, DELETE -> InterfaceRole.RECEIVER;
            case POST ->
                    request.module().equals(ModuleId.TOKENS)
                            ? InterfaceRole.SENDER
                            : InterfaceRole.RECEIVER;
            case GET ->
                    owner(request.path()).filter(request.caller()::equals).isPresent()
                            ? InterfaceRole.RECEIVER
                            : InterfaceRole.SENDER;
        };
    }

    /** Whether both versions have the request. */
    static boolean isBoth(RouteKey key) {
        ModuleId module = key.module();
        HttpMethod method = key.method();
        if (!MODULES.contains(module)) {
            return false;
        }
        if (module.equals(ModuleId.COMMANDS)) {
            return method == POST;
        }
        if (key.role() == InterfaceRole.SENDER) {
            return method == GET || (method == POST && key.path().endsWith("/authorize"));
        }
        return method == GET
                || (module.equals(ModuleId.CDRS)
                        ? method == POST
                        : method == PUT
                                || (method == PATCH && PUSHED.contains(module))
                                || (method == DELETE && module.equals(ModuleId.TARIFFS)));
    }

    /** The owner that a path begins with. */
    static Optional<PartyId> owner(String path) {
        String[] parts = path.split("/");
        return parts.length < 3 ? Optional.empty() : PartyId.of(parts[0], parts[1]);
    }

    /** That part of a path; empty when it has none. */
    static Optional<String> part(String path, int index) {
        String[] parts = path.split("/");
        return index < parts.length && !parts[index].isEmpty()
                ? Optional.of(parts[index])
                : Optional.empty();
    }
}
