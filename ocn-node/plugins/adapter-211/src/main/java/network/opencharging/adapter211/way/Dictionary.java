package network.opencharging.adapter211.way;

import network.opencharging.adapter211.words.AuthorizationWords;
import network.opencharging.adapter211.words.CdrWords;
import network.opencharging.adapter211.words.CommandWords;
import network.opencharging.adapter211.words.LocationWords;
import network.opencharging.adapter211.words.ObjectWords;
import network.opencharging.adapter211.words.PartWords;
import network.opencharging.adapter211.words.ResultWords;
import network.opencharging.adapter211.words.SessionWords;
import network.opencharging.adapter211.words.TariffWords;
import network.opencharging.adapter211.words.TokenWords;
import network.opencharging.node.plugin.AdaptedRequest;
import network.opencharging.protocol.json.Json;
import network.opencharging.protocol.route.InterfaceRole;
import network.opencharging.protocol.route.ModuleId;

import java.util.Map;
import java.util.Objects;
import java.util.function.Function;

/** Which kind of object a request or its answer carries. */
final class Dictionary {
    private static final String PAGE = "page/";

    private final Map<ModuleId, Function<AdaptedRequest, ObjectWords>> objects;

    /** Words with the rule for locations without a time zone. */
    Dictionary(String timeZone) {
        LocationWords locations = new LocationWords(timeZone);
        this.objects =
                Map.of(
                        ModuleId.LOCATIONS, request -> location(request, locations),
                        ModuleId.SESSIONS, request -> new SessionWords(request.to()),
                        ModuleId.CDRS, request -> new CdrWords(request.to()),
                        ModuleId.TARIFFS, _ -> new TariffWords(),
                        ModuleId.TOKENS, _ -> new TokenWords());
    }

    /** The words of what is sent. */
    ObjectWords sent(AdaptedRequest request) {
        if (request.target().module().equals(ModuleId.COMMANDS)) {
            return request.target().role() == InterfaceRole.RECEIVER
                    ? new CommandWords(request.target().path())
                    : ResultWords.LATER;
        }
        return isAuthorisation(request) ? PartWords.PLACE : object(request);
    }

    /**
     * The words of what is answered.
     *
     * @param now when it was answered
     */
    ObjectWords answered(AdaptedRequest request, Json now) {
        if (request.target().module().equals(ModuleId.COMMANDS)) {
            return ResultWords.AT_ONCE;
        }
        return isAuthorisation(request)
                ? new AuthorizationWords(
                        Operations.part(request.target().path(), 0).orElse(""), type(request), now)
                : object(request);
    }

    /** Commands have words of their own, above; the node asks for no other module than these. */
    private ObjectWords object(AdaptedRequest request) {
        ModuleId module = request.target().module();
        return Objects.requireNonNull(objects.get(module), module::toString).apply(request);
    }

    private static boolean isAuthorisation(AdaptedRequest request) {
        return request.target().module().equals(ModuleId.TOKENS)
                && request.target().role() == InterfaceRole.SENDER
                && request.target().path().endsWith("/authorize");
    }

    private static String type(AdaptedRequest request) {
        return request.query().contains("type=OTHER") ? "OTHER" : "RFID";
    }

    private static ObjectWords location(AdaptedRequest request, LocationWords locations) {
        String path = request.target().path();
        int parts = path.isEmpty() || path.startsWith(PAGE) ? 1 : path.split("/").length;
        int depth = request.target().role() == InterfaceRole.RECEIVER ? parts - 2 : parts;
        return switch (depth) {
            case 2 -> PartWords.EVSE;
            case 3 -> PartWords.CONNECTOR;
            default -> locations;
        };
    }
}
