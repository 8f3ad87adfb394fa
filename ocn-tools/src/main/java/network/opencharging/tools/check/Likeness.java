package network.opencharging.tools.check;

import network.opencharging.bridge.model.Shape;
import network.opencharging.protocol.json.Json;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Which type an object is meant to be, judged by the names of its fields. */
final class Likeness {
    /** What is exchanged on its own; types that only stand inside of these are not guessed. */
    private static final Set<String> ON_THEIR_OWN =
            Set.of(
                    "Location",
                    "EVSE",
                    "Connector",
                    "Session",
                    "CDR",
                    "Tariff",
                    "Token",
                    "AuthorizationInfo",
                    "LocationReferences",
                    "StartSession",
                    "StopSession",
                    "ReserveNow",
                    "CancelReservation",
                    "UnlockConnector",
                    "CommandResponse",
                    "CommandResult",
                    "ChargingProfile",
                    "SetChargingProfile",
                    "ChargingPreferences",
                    "ActiveChargingProfileResult",
                    "ClientInfo",
                    "Credentials",
                    "Version",
                    "VersionDetails");

    private Likeness() {}

    /** The most likely type; empty when nothing is like it. */
    static Optional<Shape<?>> of(Json.Obj object, List<Shape<?>> shapes) {
        return shapes.stream()
                .<Shape<?>>map(shape -> shape)
                .filter(shape -> ON_THEIR_OWN.contains(shape.name()))
                .filter(shape -> score(shape, object) > 0)
                .max(Comparator.comparingLong(shape -> score(shape, object)));
    }

    /** Every field that fits counts for, every stranger and every lack against. */
    private static long score(Shape<?> shape, Json.Obj object) {
        long known = object.members().keySet().stream().filter(shape::knows).count();
        long strange = object.members().size() - known;
        long missing =
                shape.members().stream()
                        .filter(member -> member.cardinality().isRequired())
                        .filter(member -> object.member(member.name()).isEmpty())
                        .count();
        return 3 * known - 2 * strange - missing;
    }
}
