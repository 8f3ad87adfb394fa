package network.opencharging.cpo.ocpp.v16;

import network.opencharging.bridge.unit.Watts;
import network.opencharging.cpo.ocpp.message.PortWords;
import network.opencharging.cpo.ocpp.message.Wanted;

import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

import java.util.Optional;

/** In the words of 1.6. */
public final class PortWords16 implements PortWords {

    @Override
    public Wanted start(int evse, String token, int number, Optional<Watts> limit) {
        ObjectNode payload = object().put("connectorId", evse).put("idTag", token);
        limit.ifPresent(
                most -> payload.set("chargingProfile", profile(2 * evse + 1, "TxProfile", most)));
        return new Wanted("RemoteStartTransaction", payload);
    }

    @Override
    public Wanted stop(String transaction) {
        return new Wanted(
                "RemoteStopTransaction",
                object().put("transactionId", Integer.parseInt(transaction)));
    }

    @Override
    public Wanted read(int evse) {
        return new Wanted(
                "TriggerMessage",
                object().put("requestedMessage", "MeterValues").put("connectorId", evse));
    }

    @Override
    public Wanted unlock(int evse) {
        return new Wanted("UnlockConnector", object().put("connectorId", evse));
    }

    @Override
    public Wanted limit(int evse, Watts most) {
        ObjectNode payload = object().put("connectorId", evse);
        payload.set("csChargingProfiles", profile(2 * evse, "TxDefaultProfile", most));
        return new Wanted("SetChargingProfile", payload);
    }

    /**
     * One limit from the start of the transaction to its end.
     *
     * @param id of its own: another of the same id would be replaced, at whichever connector
     */
    private static ObjectNode profile(int id, String purpose, Watts most) {
        ObjectNode profile =
                object().put("chargingProfileId", id)
                        .put("stackLevel", 0)
                        .put("chargingProfilePurpose", purpose)
                        .put("chargingProfileKind", "Relative");
        profile.putObject("chargingSchedule")
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
