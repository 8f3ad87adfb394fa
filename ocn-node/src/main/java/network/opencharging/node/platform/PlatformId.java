package network.opencharging.node.platform;

import java.util.Optional;

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

    /** The id of this text; empty when none can look so. */
    public static Optional<PlatformId> of(String text) {
        return text.isEmpty() || text.length() > 64
                ? Optional.empty()
                : Optional.of(new PlatformId(text));
    }

    @Override
    public String toString() {
        return value;
    }
}
