package network.opencharging.tools.simulate.ocpp;

/**
 * One thing that a schema has against a payload.
 *
 * @param path where, as a JSON pointer
 * @param keyword which rule of the schema
 * @param why for people
 */
public record Flaw(String path, String keyword, String why) {
    /** The error with which it is refused. */
    public Trouble trouble() {
        return switch (keyword) {
            case "type" -> Trouble.TYPE;
            case "required", "minItems", "maxItems" -> Trouble.OCCURRENCE;
            case "additionalProperties" -> Trouble.FORMAT;
            default -> Trouble.PROPERTY;
        };
    }

    /** For people. */
    @Override
    public String toString() {
        return (path.isEmpty() ? "payload" : path) + ": " + why;
    }
}
