package network.opencharging.tools.simulate.ocpp;

/** Why a call is refused (1.6J §4.2.3, 2.0.1 part 4 §4.3). */
public enum Trouble {
    /** The action is not known. */
    NOT_IMPLEMENTED("NotImplemented", "NotImplemented"),
    /** The action is known and not done here. */
    NOT_SUPPORTED("NotSupported", "NotSupported"),
    /** The payload is no object, or has members that nobody knows. */
    FORMAT("FormationViolation", "FormatViolation"),
    /** A member has a value that it must not have. */
    PROPERTY("PropertyConstraintViolation", "PropertyConstraintViolation"),
    /** A member is missing, or there are too many of it; both versions misspell it. */
    OCCURRENCE("OccurenceConstraintViolation", "OccurenceConstraintViolation"),
    /** A member has the wrong type. */
    TYPE("TypeConstraintViolation", "TypeConstraintViolation"),
    /** It failed here. */
    INTERNAL("InternalError", "InternalError");

    private final String v16;
    private final String v201;

    Trouble(String v16, String v201) {
        this.v16 = v16;
        this.v201 = v201;
    }

    /** As that version spells it. */
    public String word(OcppVersion version) {
        return switch (version) {
            case V16 -> v16;
            case V201 -> v201;
        };
    }
}
