package network.opencharging.node.pace;

/**
 * So many in a second, on average.
 *
 * @param perSecond 0 means without limit
 * @param burst how many may come at once after a pause
 */
public record Rate(int perSecond, int burst) {
    /** No limit. */
    public static final Rate UNLIMITED = new Rate(0, 1);

    /** Refuses what would let nothing through. */
    public Rate {
        if (perSecond < 0 || burst < 1) {
            throw new IllegalArgumentException("per-second must be 0 or more, burst 1 or more");
        }
    }

    boolean isUnlimited() {
        return perSecond == 0;
    }

    long nanosecondsEach() {
        return 1_000_000_000L / perSecond;
    }
}
