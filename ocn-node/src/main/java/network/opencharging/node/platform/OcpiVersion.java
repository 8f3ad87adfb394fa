package network.opencharging.node.platform;

/**
 * A version of OCPI as it stands in the list of versions.
 *
 * @param value for example {@code 2.2.1}
 */
public record OcpiVersion(String value) {
    /** For those who both speak it: other prices, other tariffs, further modules. */
    public static final OcpiVersion V2_3_0 = new OcpiVersion("2.3.0");

    /** The version of nearly everybody. */
    public static final OcpiVersion V2_2_1 = new OcpiVersion("2.2.1");

    /** Spoken by older platforms; same modules and paths as 2.2.1. */
    public static final OcpiVersion V2_2 = new OcpiVersion("2.2");

    /**
     * Whether a message of one passes as a message of the other. 2.2 and 2.2.1 do: what 2.2.1 added
     * is a handful of members that a reader of 2.2 passes over (docs/versions.md has them).
     */
    public boolean speaksLike(OcpiVersion other) {
        return wording().equals(other.wording());
    }

    private String wording() {
        return equals(V2_2) ? V2_2_1.value : value;
    }

    @Override
    public String toString() {
        return value;
    }
}
