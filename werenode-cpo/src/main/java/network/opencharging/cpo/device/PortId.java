package network.opencharging.cpo.device;

/**
 * A place where one vehicle charges.
 *
 * @param device the station or plug, by the name under which it connects
 * @param evse its number there, from 1
 */
public record PortId(String device, int evse) {
    private static final int LONGEST = 255;

    /**
     * Checks both.
     *
     * @throws IllegalArgumentException naming the part
     */
    public PortId {
        if (device.isEmpty() || device.length() > LONGEST) {
            throw new IllegalArgumentException("device must have 1 to 255 characters");
        }
        if (evse < 1) {
            throw new IllegalArgumentException("evse must be 1 or more, not " + evse);
        }
    }

    /** For people: {@code CS-1/2}. */
    @Override
    public String toString() {
        return device + "/" + evse;
    }
}
