package network.opencharging.tools.simulate.station;

import network.opencharging.tools.simulate.meter.Curve;
import network.opencharging.tools.simulate.meter.MeterSeal;

import java.time.Duration;
import java.util.Optional;

/**
 * What a station is.
 *
 * @param identity by which the central system knows it
 * @param evses how many it has, each with one connector
 * @param curve what a vehicle draws, unless it is told otherwise
 * @param token the card that is shown, unless another is named
 * @param obliging whoever is ordered to charge finds a vehicle plugged in
 * @param seal with which its meters sign; empty: they do not
 * @param clockOff how far its clock is from the time
 */
public record Setting(
        String identity,
        int evses,
        Curve curve,
        Token token,
        boolean obliging,
        Optional<MeterSeal> seal,
        Duration clockOff) {
    /** Who made it. */
    public static final String VENDOR = "OCN";

    /** Which one it is. */
    public static final String MODEL = "Simulated";

    /** What is installed on it at the beginning. */
    public static final String FIRMWARE = "1.0.0";

    private static final int LONGEST_SERIAL = 25;

    /** Its serial number. */
    public String serial() {
        return identity.length() > LONGEST_SERIAL
                ? identity.substring(0, LONGEST_SERIAL)
                : identity;
    }
}
