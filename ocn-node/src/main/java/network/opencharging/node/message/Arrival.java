package network.opencharging.node.message;

import network.opencharging.protocol.message.Body;
import network.opencharging.protocol.message.NodeMessage.Proxy;

import java.util.Optional;

/** At which door a message came in, and what was shown there. */
public sealed interface Arrival {

    /**
     * From a platform that is connected to this node.
     *
     * @param authorization the value of the header {@code Authorization}
     */
    record FromPlatform(Optional<String> authorization) implements Arrival {
        /** Without the token. */
        @Override
        public String toString() {
            return "FromPlatform[hidden]";
        }
    }

    /**
     * From another node.
     *
     * @param signed what the other node signed: the whole text of its message
     * @param signature its signature over that
     * @param proxy what stands behind an id, for the node that gets the message
     */
    record FromNode(Body signed, Optional<String> signature, Proxy proxy) implements Arrival {}
}
