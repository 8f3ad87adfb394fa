package network.opencharging.node.message;

import network.opencharging.node.platform.ConnectedPlatform;
import network.opencharging.protocol.message.NodeMessage.Proxy;
import network.opencharging.registry.directory.Operator;

/** Where the receiver is. */
public sealed interface Destination {

    /**
     * At a platform of this node.
     *
     * @param platform the platform that speaks for the receiver
     * @param url what to call there
     * @param exact whether the URL is whole; otherwise the message's query is put behind it
     */
    record LocalPlatform(ConnectedPlatform platform, String url, boolean exact)
            implements Destination {}

    /**
     * Behind another node.
     *
     * @param operator who runs it, and where
     * @param proxy what stands behind an id, for the node that gets the message
     */
    record RemoteNode(Operator operator, Proxy proxy) implements Destination {}
}
