package network.opencharging.cpo.site;

import java.util.List;

/**
 * A socket or cable (OCPI 2.2.1 §8.3.3).
 *
 * @param id at most 36 characters, unique for its EVSE
 * @param kind what fits into it
 * @param maxVoltage volts, line to neutral for AC
 * @param maxAmperage amperes
 * @param tariffs the ids of the tariffs that it may charge by, the first that fits counts
 */
public record Connector(
        String id, Kind kind, int maxVoltage, int maxAmperage, List<String> tariffs) {
    /**
     * Copies the tariffs and checks the forms.
     *
     * @throws IllegalArgumentException naming the field
     */
    public Connector {
        Text.check("connector id", id, 36);
        if (maxVoltage < 1 || maxVoltage > 2_000 || maxAmperage < 1 || maxAmperage > 2_000) {
            throw new IllegalArgumentException("maxVoltage and maxAmperage must be 1 to 2000");
        }
        tariffs = List.copyOf(tariffs);
        tariffs.forEach(tariff -> Text.check("tariff id", tariff, 36));
    }

    /**
     * What fits into it.
     *
     * @param standard OCPI's ConnectorType
     * @param format OCPI's ConnectorFormat
     * @param powerType OCPI's PowerType
     */
    public record Kind(String standard, String format, String powerType) {
        /**
         * Checks the lengths.
         *
         * @throws IllegalArgumentException naming the field
         */
        public Kind {
            Text.check("standard", standard, 40);
            Text.check("format", format, 20);
            Text.check("powerType", powerType, 20);
        }
    }

    /** The most that can flow, W. */
    public long watts() {
        int phases = kind.powerType().equals("AC_3_PHASE") ? 3 : 1;
        return (long) phases * maxVoltage * maxAmperage;
    }
}
