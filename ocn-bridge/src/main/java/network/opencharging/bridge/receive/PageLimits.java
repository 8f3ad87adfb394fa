package network.opencharging.bridge.receive;

/**
 * How many objects a page has.
 *
 * @param standard when the partner does not say
 * @param most whatever the partner says
 */
public record PageLimits(int standard, int most) {

    /** Checks both. */
    public PageLimits {
        if (standard < 1 || most < standard) {
            throw new IllegalArgumentException(
                    "page limits must be 1 or more, most not below standard");
        }
    }
}
