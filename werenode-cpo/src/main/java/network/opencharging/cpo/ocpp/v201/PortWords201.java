package network.opencharging.cpo.ocpp.v201;

import network.opencharging.bridge.unit.Watts;
import network.opencharging.cpo.ocpp.message.PortWords;
import network.opencharging.cpo.ocpp.message.Wanted;

import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

import java.util.Optional;

/** In the words of 2.0.1 and 2.1. */
public final class PortWords201 implements PortWords {

    @Override
    public Wanted start(int evse, String token, int number, Optional<Watts> limit) {
        ObjectNode payload = object().put("evseId", evse).put("remoteStartId", number);
        payload.putObject("idToken").put("idToken", token).put("type", "Central");
        limit.ifPresent(
                most -> payload.set("chargingProfile", profile(2 * evse + 1, "TxProfile", most)));
        return new Wanted("RequestStartTransaction", payload);
    }

    @Override
    public Wanted stop(String transaction) {
        return new Wanted("RequestStopTransaction", object().put("transactionId", transaction));
    }

    @Override
    public Wanted read(int evse) {
        ObjectNode payload = object().put("requestedMessage", "MeterValues");
        payload.putObject("evse").put("id", evse);
        return new Wanted("TriggerMessage", payload);
    }

    @Override
    public Wanted unlock(int evse) {
        return new Wanted("UnlockConnector", object().put("evseId", evse).put("connectorId", 1));
    }

    @Override
    public Wanted limit(int evse, Watts most) {
        ObjectNode payload = object().put("evseId", evse);
        payload.set("chargingProfile", profile(2 * evse, "TxDefaultProfile", most));
        return new Wanted("SetChargingProfile", payload);
    }

    /**
     * One limit from the start of the transaction to its end.
     *
     * @param id of its own: another of the same id would be replaced, at whichever EVSE
     */
    private static ObjectNode profile(int id, String purpose, Watts most) {
        ObjectNode profile =
                object().put("id", id)
                        .put("stackLevel", 0)
                        .put("chargingProfilePurpose", purpose)
                        .put("chargingProfileKind", "Relative");
        profile.putArray("chargingSchedule")
                .addObject()
                .put("id", 1)
                .put("chargingRateUnit", "W")
                .putArray("chargingSchedulePeriod")
                .addObject()
                .put("startPeriod", 0)
                .put("limit", most.value());
        return profile;
    }

    private static ObjectNode object() {
        return JsonNodeFactory.instance.objectNode();
    }
}
