package network.opencharging.bridge.deliver;

import java.time.Instant;
import java.util.Optional;

/**
 * How full the outbox is.
 *
 * @param waiting parcels to be sent
 * @param parked parcels that somebody has to look at
 * @param oldest since when the oldest waiting parcel has its place
 */
public record Depth(long waiting, long parked, Optional<Instant> oldest) {}
