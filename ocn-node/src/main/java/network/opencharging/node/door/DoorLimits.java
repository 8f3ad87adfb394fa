package network.opencharging.node.door;

/**
 * How much may come in at once.
 *
 * @param bodyBytes the body of a request
 * @param headerCount the number of headers
 * @param headerBytes all names and values of headers together
 * @param drainBytes how much of a body that is too large is read and thrown away, so that its
 *     sender can read why
 */
public record DoorLimits(int bodyBytes, int headerCount, int headerBytes, long drainBytes) {
    /** 4 MiB, 100 headers of 64 KiB together, 32 MiB thrown away. */
    public static final DoorLimits STANDARD = new DoorLimits(4 << 20, 100, 64 << 10, 32L << 20);

    /** Refuses limits that would let nothing in. */
    public DoorLimits {
        if (bodyBytes < 1 || headerCount < 1 || headerBytes < 1 || drainBytes < 0) {
            throw new IllegalArgumentException("bodyBytes, headerCount, headerBytes must be > 0");
        }
    }
}
