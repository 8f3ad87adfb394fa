package network.opencharging.cpo.unit;

/**
 * Names a session.
 *
 * @param value 1 to 36 characters, as OCPI bears
 */
public record SessionId(String value) {
    private static final int LONGEST = 36;

    /**
     * Checks the length.
     *
     * @throws IllegalArgumentException when it is empty or too long
     */
    public SessionId {
        if (value.isBlank() || value.length() > LONGEST) {
            throw new IllegalArgumentException("a session's id must have 1 to 36 characters");
        }
    }

    @Override
    public String toString() {
        return value;
    }
}
