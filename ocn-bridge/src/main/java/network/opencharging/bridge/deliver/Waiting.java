package network.opencharging.bridge.deliver;

/**
 * A parcel that waits.
 *
 * @param id of its place in the outbox
 * @param revision grows each time a newer state takes that place
 * @param attempts how often this state was tried
 * @param parcel what is to be sent
 */
public record Waiting(long id, long revision, int attempts, Parcel parcel) {}
