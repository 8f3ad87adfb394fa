package network.opencharging.cpo.ocpp.schema;

import network.opencharging.cpo.ocpp.frame.ErrorCode;

/**
 * One thing that a schema has against a payload.
 *
 * @param path where, as a JSON pointer
 * @param keyword which rule of the schema
 * @param why for people
 */
public record SchemaFault(String path, String keyword, String why) {

    /**
     * Real stations exceed lengths, add members and write times without a zone; all of it can still
     * be understood.
     */
    public boolean tolerable() {
        return switch (keyword) {
            case "additionalProperties", "format" -> true;
            // By its name a transaction is found again: it cannot be cut.
            case "maxLength" -> !path.endsWith("/transactionId");
            default -> false;
        };
    }

    /** The word for it in an error. */
    public ErrorCode code() {
        return switch (keyword) {
            case "type" -> ErrorCode.TYPE_CONSTRAINT;
            case "required", "minItems", "maxItems" -> ErrorCode.OCCURRENCE_CONSTRAINT;
            case "additionalProperties" -> ErrorCode.FORMAT_VIOLATION;
            default -> ErrorCode.PROPERTY_CONSTRAINT;
        };
    }

    /** For people. */
    @Override
    public String toString() {
        return (path.isEmpty() ? "payload" : path) + ": " + why;
    }
}
