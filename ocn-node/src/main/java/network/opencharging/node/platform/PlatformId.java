package network.opencharging.node.platform;

/**
 * Which platform: an opaque id of this node, seen by the administrator only.
 *
 * @param value 1 to 64 characters, without meaning
 */
public record PlatformId(String value) {
    /** Checks the length. */
    public PlatformId {
        if (value.isEmpty() || value.length() > 64) {
            throw new IllegalArgumentException("platform id must be 1 to 64 characters");
        }
    }

    @Override
    public String toString() {
        return value;
    }
}
