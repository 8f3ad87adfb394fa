package network.opencharging.cpo.unit;

/**
 * Names an EVSE.
 *
 * @param location its location's id
 * @param uid its uid there
 */
public record EvseRef(String location, String uid) {
    private static final int LONGEST = 36;

    /**
     * Checks the lengths.
     *
     * @throws IllegalArgumentException naming the part
     */
    public EvseRef {
        check("location", location);
        check("evse", uid);
    }

    private static void check(String part, String text) {
        if (text.isBlank() || text.length() > LONGEST) {
            throw new IllegalArgumentException(part + " must have 1 to 36 characters");
        }
    }

    /** For people: {@code LOC1/EVSE1}. */
    @Override
    public String toString() {
        return location + "/" + uid;
    }
}
