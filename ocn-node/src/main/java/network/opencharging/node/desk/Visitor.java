package network.opencharging.node.desk;

import network.opencharging.node.platform.ConnectedPlatform;
import network.opencharging.node.platform.PlannedPlatform;
import network.opencharging.protocol.message.CredentialsToken;

/** Who stands at the desk. */
sealed interface Visitor {
    /** The token it has shown, and how it was written. */
    CredentialsToken.Candidate shown();

    /** Somebody with an invitation. */
    record Invited(PlannedPlatform platform, CredentialsToken.Candidate shown) implements Visitor {}

    /** A registered platform. */
    record Registered(ConnectedPlatform platform, CredentialsToken.Candidate shown)
            implements Visitor {}
}
