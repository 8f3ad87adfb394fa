package network.opencharging.bridge.deliver;

import java.time.Instant;

/**
 * A parcel that is not tried any more until somebody says so.
 *
 * @param waiting the parcel
 * @param why what was answered last
 * @param since when
 */
public record Parked(Waiting waiting, String why, Instant since) {}
