package network.opencharging.tools.proxy.rule;

import network.opencharging.protocol.json.Json;
import network.opencharging.protocol.route.ModuleId;
import network.opencharging.tools.http.Request;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Which type of OCPI 2.2.1 a body must have, by module, path and method. */
final class Types {
    private static final Map<ModuleId, String> OBJECTS =
            Map.of(
                    ModuleId.LOCATIONS, "Location",
                    ModuleId.SESSIONS, "Session",
                    ModuleId.TARIFFS, "Tariff",
                    ModuleId.CDRS, "CDR",
                    ModuleId.TOKENS, "Token",
                    ModuleId.HUB_CLIENT_INFO, "ClientInfo",
                    ModuleId.CREDENTIALS, "Credentials");
    private static final Map<String, String> COMMANDS =
            Map.of(
                    "START_SESSION", "StartSession",
                    "STOP_SESSION", "StopSession",
                    "RESERVE_NOW", "ReserveNow",
                    "CANCEL_RESERVATION", "CancelReservation",
                    "UNLOCK_CONNECTOR", "UnlockConnector");

    private Types() {}

    /** The type of the body of a request. */
    static Optional<String> sent(Subject subject, String method) {
        if (subject.module().equals(ModuleId.COMMANDS)) {
            return Optional.of(isCommand(subject) ? command(subject) : "CommandResult");
        }
        if (subject.module().equals(ModuleId.CHARGING_PROFILES)) {
            return method.equals("PUT") && subject.owner().isEmpty()
                    ? Optional.of("SetChargingProfile")
                    : Optional.empty();
        }
        return switch (subject.last().toLowerCase(Locale.ROOT)) {
            case "authorize" -> Optional.of("LocationReferences");
            case "charging_preferences" -> Optional.of("ChargingPreferences");
            default -> object(subject);
        };
    }

    /** The type of the data of an answer, or of each of its items. */
    static Optional<String> answered(Subject subject, Request request, Json data) {
        if (subject.module().equals(ModuleId.VERSIONS)) {
            return Optional.of(data instanceof Json.Arr ? "Version" : "VersionDetails");
        }
        if (subject.module().equals(ModuleId.COMMANDS)) {
            return isCommand(subject) ? Optional.of("CommandResponse") : Optional.empty();
        }
        if (subject.module().equals(ModuleId.CHARGING_PROFILES)) {
            return subject.rest().size() == 1 && !request.method().equals("POST")
                    ? Optional.of("ChargingProfileResponse")
                    : Optional.empty();
        }
        if (subject.last().equalsIgnoreCase("authorize")) {
            return Optional.of("AuthorizationInfo");
        }
        boolean shows =
                request.method().equals("GET") || subject.module().equals(ModuleId.CREDENTIALS);
        return shows ? object(subject) : Optional.empty();
    }

    static boolean isCommand(Subject subject) {
        return subject.rest().size() == 1
                && COMMANDS.containsKey(subject.last().toUpperCase(Locale.ROOT));
    }

    private static String command(Subject subject) {
        return COMMANDS.getOrDefault(subject.last().toUpperCase(Locale.ROOT), "");
    }

    private static Optional<String> object(Subject subject) {
        if (subject.module().equals(ModuleId.LOCATIONS)) {
            return Optional.of(
                    switch (subject.depth()) {
                        case 2 -> "EVSE";
                        case 3 -> "Connector";
                        default -> "Location";
                    });
        }
        return Optional.ofNullable(OBJECTS.get(subject.module()));
    }
}
