package network.opencharging.tools.mock.charging;

import network.opencharging.tools.json.JsonText;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

import java.util.Optional;

/**
 * Where a car is plugged in.
 *
 * @param location the Location
 * @param evse one of its EVSEs
 * @param connector the first Connector of that
 */
public record Plug(JsonNode location, JsonNode evse, JsonNode connector) {

    /** The EVSE of that uid, or the first one that is free; empty when there is none. */
    static Optional<Plug> in(JsonNode location, Optional<String> evseUid) {
        for (JsonNode evse : location.path("evses")) {
            Plug plug = new Plug(location, evse, evse.path("connectors").path(0));
            boolean wanted =
                    evseUid.map(uid -> uid.equalsIgnoreCase(plug.evseUid()))
                            .orElse(plug.isAvailable());
            if (wanted) {
                return Optional.of(plug);
            }
        }
        return Optional.empty();
    }

    static void setStatus(ObjectNode location, String evseUid, String status, String now) {
        for (JsonNode evse : location.path("evses")) {
            if (evse.path("uid").asString().equalsIgnoreCase(evseUid)) {
                evse.asObject().put("status", status).put("last_updated", now);
                location.put("last_updated", now);
            }
        }
    }

    String evseUid() {
        return evse.path("uid").asString();
    }

    String connectorId() {
        return connector.path("id").asString();
    }

    String tariffId() {
        return connector.path("tariff_ids").path(0).asString();
    }

    /** True when a session can begin here. */
    public boolean isAvailable() {
        return evse.path("status").asString().equals("AVAILABLE");
    }

    /** The CdrLocation (OCPI 2.2.1 §10.4.4): what a Location was when somebody charged there. */
    ObjectNode cdrLocation() {
        ObjectNode json = JsonText.object();
        for (String field :
                new String[] {
                    "id", "name", "address", "city", "postal_code", "country", "coordinates"
                }) {
            json.set(field, location.path(field));
        }
        json.set("evse_uid", evse.path("uid"));
        json.set("evse_id", evse.path("evse_id"));
        json.set("connector_id", connector.path("id"));
        json.set("connector_standard", connector.path("standard"));
        json.set("connector_format", connector.path("format"));
        json.set("connector_power_type", connector.path("power_type"));
        return json;
    }
}
