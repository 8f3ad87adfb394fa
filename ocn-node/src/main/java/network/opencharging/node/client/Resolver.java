package network.opencharging.node.client;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;

/** Finds the addresses of a name. */
@FunctionalInterface
interface Resolver {
    /** Asks the system, which may wait long and cannot be interrupted. */
    Resolver SYSTEM = host -> List.of(InetAddress.getAllByName(host));

    /**
     * All addresses, the preferred one first.
     *
     * @throws UnknownHostException when there is none
     */
    List<InetAddress> lookup(String host) throws UnknownHostException;
}
