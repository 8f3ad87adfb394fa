package network.opencharging.node.platform;

/**
 * A version of OCPI as it stands in the list of versions.
 *
 * @param value for example {@code 2.2.1}
 */
public record OcpiVersion(String value) {
    /** The version this node prefers. */
    public static final OcpiVersion V2_2_1 = new OcpiVersion("2.2.1");

    /** Spoken by older platforms; same modules and paths as 2.2.1. */
    public static final OcpiVersion V2_2 = new OcpiVersion("2.2");

    @Override
    public String toString() {
        return value;
    }
}
