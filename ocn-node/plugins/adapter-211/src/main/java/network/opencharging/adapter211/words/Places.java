package network.opencharging.adapter211.words;

import network.opencharging.protocol.json.Json;

import java.util.List;
import java.util.Optional;

/**
 * Where was charged: 2.1.1 puts the location with its one EVSE and its one connector into sessions
 * and CDRs.
 */
final class Places {
    private Places() {}

    static Optional<Json.Obj> firstOf(Json.Obj object, String list) {
        return object.member(list)
                .flatMap(value ->
                        value instanceof Json.Arr(var items)
                                ? items.stream()
                                        .filter(Json.Obj.class::isInstance)
                                        .map(Json.Obj.class::cast)
                                        .findFirst()
                                : Optional.empty());
    }

    /** The three ids of a session of 2.2.1. */
    static Json.Obj ids(Json.Obj location, Json.Obj session) {
        Optional<Json.Obj> evse = firstOf(location, "evses");
        Optional<Json.Obj> connector = evse.flatMap(it -> firstOf(it, "connectors"));
        return session.withOptional("location_id", location.member("id"))
                .withOptional("evse_uid", evse.flatMap(it -> it.member("uid")))
                .withOptional("connector_id", connector.flatMap(it -> it.member("id")));
    }

    /** The location of a CDR of 2.2.1. */
    static Json.Obj cdrLocation(Json.Obj location) {
        Json.Obj evse = firstOf(location, "evses").orElse(Json.Obj.EMPTY);
        Json.Obj connector = firstOf(evse, "connectors").orElse(Json.Obj.EMPTY);
        Json.Obj place = Json.Obj.EMPTY;
        for (String name :
                List.of("id", "name", "address", "city", "postal_code", "country", "coordinates")) {
            place = place.withOptional(name, location.member(name));
        }
        return place.with("evse_uid", known(evse, "uid"))
                .with("evse_id", known(evse, "evse_id"))
                .with("connector_id", known(connector, "id"))
                .withOptional("connector_standard", connector.member("standard"))
                .withOptional("connector_format", connector.member("format"))
                .withOptional("connector_power_type", connector.member("power_type"));
    }

    private static Json known(Json.Obj object, String name) {
        return object.member(name).orElse(Json.text(Owned.NOT_AVAILABLE));
    }

    /** The location of a CDR of 2.1.1: voltage and amperage are not known any more. */
    static Json.Obj location(Json.Obj cdrLocation, Optional<Json> updated) {
        Json.Obj connector =
                Json.Obj.EMPTY
                        .withOptional("id", cdrLocation.member("connector_id"))
                        .withOptional("standard", cdrLocation.member("connector_standard"))
                        .withOptional("format", cdrLocation.member("connector_format"))
                        .withOptional("power_type", powerType(cdrLocation))
                        .with("voltage", Json.number(0))
                        .with("amperage", Json.number(0))
                        .withOptional("last_updated", updated);
        Json.Obj evse =
                Json.Obj.EMPTY
                        .withOptional("uid", cdrLocation.member("evse_uid"))
                        .withOptional(
                                "evse_id",
                                cdrLocation
                                        .member("evse_id")
                                        .filter(id -> !id.equals(Json.text(Owned.NOT_AVAILABLE))))
                        .with("status", "UNKNOWN")
                        .with("connectors", Json.array(List.of(connector)))
                        .withOptional("last_updated", updated);
        Json.Obj place = Json.Obj.EMPTY.withOptional("id", cdrLocation.member("id"));
        place = place.with("type", "UNKNOWN").withOptional("name", cdrLocation.member("name"));
        return place.withOptional("address", cdrLocation.member("address"))
                .withOptional("city", cdrLocation.member("city"))
                .with("postal_code", known(cdrLocation, "postal_code"))
                .withOptional("country", cdrLocation.member("country"))
                .withOptional("coordinates", cdrLocation.member("coordinates"))
                .with("evses", Json.array(List.of(evse)))
                .withOptional("last_updated", updated);
    }

    private static Optional<Json> powerType(Json.Obj cdrLocation) {
        return cdrLocation
                .member("connector_power_type")
                .flatMap(value ->
                        Tables.CONNECTOR_DOWN
                                .turn(Json.Obj.EMPTY.with("power_type", value))
                                .flatMap(it -> ((Json.Obj) it).member("power_type")));
    }

    /** What is known of a place of which only the ids are. */
    static Json.Obj location(Json.Obj session) {
        Optional<Json> updated = session.member("last_updated");
        Json.Obj connector = Json.Obj.EMPTY.withOptional("id", session.member("connector_id"));
        Json.Obj evse =
                Json.Obj.EMPTY
                        .withOptional("uid", session.member("evse_uid"))
                        .with("status", "UNKNOWN")
                        .with("connectors", Json.array(List.of(connector)))
                        .withOptional("last_updated", updated);
        return Json.Obj.EMPTY
                .withOptional("id", session.member("location_id"))
                .with("type", "UNKNOWN")
                .with("address", Owned.NOT_AVAILABLE)
                .with("city", Owned.NOT_AVAILABLE)
                .with("postal_code", Owned.NOT_AVAILABLE)
                .with("evses", Json.array(List.of(evse)))
                .withOptional("last_updated", updated);
    }
}
