package network.opencharging.node.handshake;

import network.opencharging.node.platform.ConnectedPlatform;
import network.opencharging.protocol.message.CredentialsToken;

/** What became of a handshake. */
public sealed interface Handshake {
    /**
     * Both sides are registered.
     *
     * @param platform the other side as stored
     * @param token what it is to show to us from now on; plain only here, on its way out
     */
    record Agreed(ConnectedPlatform platform, CredentialsToken token) implements Handshake {}

    /**
     * It did not come about, and nothing was changed.
     *
     * @param problem why
     */
    record Failed(HandshakeProblem problem) implements Handshake {}
}
