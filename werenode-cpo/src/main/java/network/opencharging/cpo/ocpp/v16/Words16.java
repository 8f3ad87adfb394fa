package network.opencharging.cpo.ocpp.v16;

import network.opencharging.cpo.ocpp.message.ConnectorState;
import network.opencharging.cpo.ocpp.message.Fields;
import network.opencharging.cpo.ocpp.message.Sample;

import tools.jackson.databind.JsonNode;

import java.time.Instant;
import java.util.List;

/** Single words of 1.6 and what they mean. */
final class Words16 {
    private Words16() {}

    /** The schema admits no other words. */
    static ConnectorState state(String word) {
        return switch (word) {
            case "Available" -> ConnectorState.AVAILABLE;
            case "Preparing" -> ConnectorState.PREPARING;
            case "Charging" -> ConnectorState.CHARGING;
            case "SuspendedEV" -> ConnectorState.SUSPENDED_EV;
            case "SuspendedEVSE" -> ConnectorState.SUSPENDED_EVSE;
            case "Finishing" -> ConnectorState.FINISHING;
            case "Reserved" -> ConnectorState.RESERVED;
            case "Unavailable" -> ConnectorState.UNAVAILABLE;
            case "Faulted" -> ConnectorState.FAULTED;
            default -> throw new IllegalArgumentException("no state of a connector: " + word);
        };
    }

    /** One sampled value; defaults as in 1.6 §7.43. */
    static List<Sample> sample(JsonNode value, Instant at) {
        String measurand = Fields.text(value, "measurand", Sample.REGISTER);
        return List.of(
                new Sample(
                        at,
                        value.path("value").asString(""),
                        measurand,
                        Fields.text(value, "unit", unitOf(measurand)),
                        Fields.text(value, "context", "Sample.Periodic"),
                        Fields.text(value, "phase", ""),
                        Fields.text(value, "location", "Outlet"),
                        "SignedData".equals(Fields.text(value, "format", "Raw"))));
    }

    /** The default is Wh for energy; stations leave it out for power and current as well. */
    private static String unitOf(String measurand) {
        if (measurand.startsWith("Energy")) {
            return "Wh";
        }
        if (measurand.startsWith("Power.") && !measurand.equals("Power.Factor")) {
            return "W";
        }
        return measurand.startsWith("Current") ? "A" : measurand.equals("Voltage") ? "V" : "";
    }
}
