package network.opencharging.bridge.model;

/** What a finding is about; the names are the rule ids that reports show. */
public enum Rule {
    /** A required field must be there and not null. */
    REQUIRED,
    /** A value must have the JSON type of its field. */
    TYPE,
    /** A text or an integer must not be longer than its field. */
    LENGTH,
    /** A text must have only printable characters; a CiString only those of ASCII. */
    CHARACTERS,
    /** A text must have the form that its field prescribes. */
    FORM,
    /** A value of an enumeration should be one that the version lists. */
    ENUM,
    /** A DateTime must be UTC in the form of RFC 3339, of at most 25 characters. */
    TIME,
    /** A URL must be absolute. */
    URL,
    /** A list that needs an entry must have one, and none of them may be null. */
    LIST,
    /** A member that the version does not know is kept and passed on. */
    UNKNOWN_MEMBER
}
