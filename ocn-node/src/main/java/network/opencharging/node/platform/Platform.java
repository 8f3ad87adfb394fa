package network.opencharging.node.platform;

/**
 * One credentials pair of this node: invited ({@link PlannedPlatform}) or registered ({@link
 * ConnectedPlatform}).
 */
public sealed interface Platform permits PlannedPlatform, ConnectedPlatform {
    /** Which one. */
    PlatformId id();

    /** Which write of it this is, and when. */
    Revision revision();

    /** How it stands. */
    ConnectionStatus status();

    /** The same, as another write of it. */
    Platform with(Revision other);
}
