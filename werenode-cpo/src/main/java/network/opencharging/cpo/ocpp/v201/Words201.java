package network.opencharging.cpo.ocpp.v201;

import network.opencharging.cpo.ocpp.message.ConnectorState;
import network.opencharging.cpo.ocpp.message.Fields;
import network.opencharging.cpo.ocpp.message.Sample;
import network.opencharging.cpo.ocpp.message.TransactionNews;

import tools.jackson.databind.JsonNode;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** Single words of 2.0.1 and what they mean. */
final class Words201 {
    private static final int LARGEST_POWER_OF_TEN = 12;

    private Words201() {}

    /** The schema admits no other words. */
    static ConnectorState state(String word) {
        return switch (word) {
            case "Available" -> ConnectorState.AVAILABLE;
            case "Occupied" -> ConnectorState.OCCUPIED;
            case "Reserved" -> ConnectorState.RESERVED;
            case "Unavailable" -> ConnectorState.UNAVAILABLE;
            case "Faulted" -> ConnectorState.FAULTED;
            default -> throw new IllegalArgumentException("no state of a connector: " + word);
        };
    }

    /** The schema admits no other words. */
    static TransactionNews.Step step(String word) {
        return switch (word) {
            case "Started" -> TransactionNews.Step.STARTED;
            case "Updated" -> TransactionNews.Step.UPDATED;
            case "Ended" -> TransactionNews.Step.ENDED;
            default -> throw new IllegalArgumentException("no step of a transaction: " + word);
        };
    }

    /** One sampled value, and after it the document that the meter signed of it, if it did. */
    static List<Sample> sample(JsonNode value, Instant at) {
        JsonNode unit = value.path("unitOfMeasure");
        Sample plain =
                new Sample(
                        at,
                        scaled(value.path("value"), Fields.number(unit, "multiplier", 0)),
                        Fields.text(value, "measurand", Sample.REGISTER),
                        Fields.text(unit, "unit", "Wh"),
                        Fields.text(value, "context", "Sample.Periodic"),
                        Fields.text(value, "phase", ""),
                        Fields.text(value, "location", "Outlet"),
                        false);
        List<Sample> both = new ArrayList<>(List.of(plain));
        JsonNode signed = value.path("signedMeterValue");
        if (signed.isObject()) {
            both.add(
                    new Sample(
                            at,
                            Fields.text(signed, "signedMeterData", ""),
                            plain.measurand(),
                            plain.unit(),
                            plain.context(),
                            plain.phase(),
                            plain.location(),
                            true));
        }
        return both;
    }

    private static String scaled(JsonNode value, int powerOfTen) {
        if (!value.isNumber()) {
            return value.asString("");
        }
        BigDecimal written = value.decimalValue();
        // Nothing is written out that a meter cannot mean: 1e999999999 has many digits.
        boolean possible =
                Math.abs(powerOfTen) <= LARGEST_POWER_OF_TEN
                        && Math.abs((long) written.precision() - written.scale()) < 30
                        && Math.abs((long) written.scale()) < 30;
        return possible
                ? written.scaleByPowerOfTen(powerOfTen).toPlainString()
                : written + "e" + powerOfTen;
    }
}
