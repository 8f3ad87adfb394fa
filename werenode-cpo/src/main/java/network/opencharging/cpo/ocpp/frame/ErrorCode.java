package network.opencharging.cpo.ocpp.frame;

/** Why a call is refused (1.6J §4.2.3, 2.0.1 part 4 §4.3), with the spelling of each version. */
public enum ErrorCode {
    /** The action is not known. */
    NOT_IMPLEMENTED("NotImplemented"),
    /** The action is known and not done here. */
    NOT_SUPPORTED("NotSupported"),
    /** It failed here. */
    INTERNAL_ERROR("InternalError"),
    /** The payload is not what the action wants. */
    PROTOCOL_ERROR("ProtocolError"),
    /** It is not allowed. */
    SECURITY_ERROR("SecurityError"),
    /** The payload is no object, or has members that nobody knows. */
    FORMAT_VIOLATION("FormationViolation", "FormatViolation", "FormatViolation"),
    /** A member has a value that it must not have. */
    PROPERTY_CONSTRAINT("PropertyConstraintViolation"),
    /** A member is missing, or there are too many of it; misspelled until 2.1. */
    OCCURRENCE_CONSTRAINT(
            "OccurenceConstraintViolation",
            "OccurenceConstraintViolation",
            "OccurrenceConstraintViolation"),
    /** A member has the wrong type. */
    TYPE_CONSTRAINT("TypeConstraintViolation"),
    /** None of the others. */
    GENERIC_ERROR("GenericError"),
    /** The frame cannot be read; 1.6 has no word for it. */
    RPC_FRAMEWORK_ERROR("GenericError", "RpcFrameworkError", "RpcFrameworkError"),
    /** The frame is neither call nor answer; 1.6 has no word for it. */
    MESSAGE_TYPE_NOT_SUPPORTED(
            "GenericError", "MessageTypeNotSupported", "MessageTypeNotSupported");

    private final String v16;
    private final String v201;
    private final String v21;

    ErrorCode(String word) {
        this(word, word, word);
    }

    ErrorCode(String v16, String v201, String v21) {
        this.v16 = v16;
        this.v201 = v201;
        this.v21 = v21;
    }

    /** As that version spells it. */
    public String word(OcppVersion version) {
        return switch (version) {
            case V16 -> v16;
            case V201 -> v201;
            case V21 -> v21;
        };
    }
}
