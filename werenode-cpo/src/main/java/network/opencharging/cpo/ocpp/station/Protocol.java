package network.opencharging.cpo.ocpp.station;

import network.opencharging.cpo.ocpp.frame.OcppVersion;
import network.opencharging.cpo.ocpp.message.ActionDesk;
import network.opencharging.cpo.ocpp.schema.SchemaFault;
import network.opencharging.cpo.ocpp.schema.Schemas;

import tools.jackson.databind.node.ObjectNode;

import java.util.List;

/**
 * How one version is spoken.
 *
 * @param schemas its official schemas
 * @param desk what is answered to stations that speak it
 */
public record Protocol(
        OcppVersion version, Schemas schemas, ActionDesk desk, Strictness strictness) {

    /**
     * What is wrong with a call that a station is wanted to answer; nothing when it is right.
     *
     * @param action as the version names it
     */
    public List<SchemaFault> faults(String action, ObjectNode payload) {
        return schemas.knows(action)
                ? schemas.request(action, payload)
                : List.of(
                        new SchemaFault(
                                "",
                                "action",
                                "%s is no action of %s".formatted(action, version.subprotocol())));
    }
}
