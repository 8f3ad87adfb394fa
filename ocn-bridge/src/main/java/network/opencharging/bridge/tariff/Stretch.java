package network.opencharging.bridge.tariff;

/**
 * A period of the history in seconds since 1970 and Wh.
 *
 * @param from first second
 * @param until first second after
 * @param energy Wh taken evenly in between
 */
record Stretch(Activity activity, long from, long until, long energy) {

    /** Whole Wh delivered by the beginning of {@code second}. */
    long energyBy(long second) {
        return energy * (second - from) / (until - from);
    }

    /** The second at whose beginning {@code wattHours} (at least 1) are complete. */
    long secondOf(long wattHours) {
        return from + Math.ceilDiv(wattHours * (until - from), energy);
    }

    /** Mean power in whole watts, rounded down. */
    long meanPower() {
        return energy * 3_600 / (until - from);
    }
}
